package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleUnaryOperator;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 2b: expectations over z are expectations under q. */
public final class LatentExpectation implements Row {
  private static final Pushforward AFFINE = new Pushforward(0.5, 0.8, 0, 1);
  private static final Pushforward MONOTONE = new Pushforward(0, 0.5, 1.2, 2);
  private static final double TOLERANCE = 1e-11;

  private final Density affine;
  private final Density monotone;

  /** Creates the row as the theorem states it. */
  public LatentExpectation() {
    this(Densities.normal(0.5, 0.8), MONOTONE);
  }

  /** Claims that the generators' distributions have these densities. */
  LatentExpectation(Density affine, Density monotone) {
    this.affine = affine;
    this.monotone = monotone;
  }

  @Override
  public Statement statement() {
    return Statement.of("2b", "From the latent distribution to q")
        .claim(
            "The value function can be written over z or over x: by the law of the unconscious"
                + " statistician, V has the form from which the optimum is derived.")
        .formula("E_{z∼p_z} log(1 − D(G(z))) = E_{x∼q} log(1 − D(x))")
        .source(
            "Goodfellow et al. 2014, Section 4.1, from equation 1 to the first line of the proof of"
                + " Proposition 1.")
        .method(
            "The left side by quadrature over z, which does not use q; the right side by quadrature"
                + " over x with the closed form of q.");
  }

  @Override
  public Evidence check(Setting setting) {
    DoubleUnaryOperator logOneMinusD = x -> Math.log1p(-Discriminators.gentle(x));
    DoubleUnaryOperator squashed = x -> 1 / (1 + x * x);
    return Evidence.collect()
        .check(sides("affine G, log(1 − D)", AFFINE, affine, logOneMinusD))
        .check(sides("monotone G, log(1 − D)", MONOTONE, monotone, logOneMinusD))
        .check(sides("affine G, 1/(1 + x²)", AFFINE, affine, squashed))
        .check(sides("monotone G, 1/(1 + x²)", MONOTONE, monotone, squashed))
        .recipe(
            "Affine G(z) = 0.5 + 0.8 z, monotone G(z) = 0.5 z + 1.2 tanh(2 z), z ~ N(0, 1); logit of"
                + " D = 1.5 tanh(0.5 − x).")
        .done();
  }

  private static Check sides(
      String name, Pushforward generator, Density claimed, DoubleUnaryOperator f) {
    double overZ = generator.latentExpectation(f);
    double overX = Quadrature.over(claimed).expectation(claimed, f).value();
    return Check.equal(name, overZ, overX, TOLERANCE);
  }
}
