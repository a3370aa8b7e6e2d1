package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleBinaryOperator;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.MonteCarlo;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 8: V at the optimal discriminator. */
public final class OptimalValue implements Row {
  private static final String ID = "8";
  private static final double TOLERANCE = 1e-12;

  private final DoubleBinaryOperator formula;

  /** Creates the row as the theorem states it. */
  public OptimalValue() {
    this(Discriminators.OPTIMAL);
  }

  /** Uses another formula in p(x) and q(x) for D. */
  OptimalValue(DoubleBinaryOperator formula) {
    this.formula = formula;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "V at the optimal discriminator")
        .claim("With the optimal D*, V depends only on p and q.")
        .formula("V(D^*, G) = E_{x∼p} log {p(x)}/{p(x) + q(x)} + E_{x∼q} log {q(x)}/{p(x) + q(x)}")
        .source("Goodfellow et al. 2014, Section 4.1, equation 4.")
        .method(
            "The left side from probabilities D*(x), inserted into V of row 3; the right side from"
                + " log densities, each expectation by its own quadrature; and a Monte Carlo estimate,"
                + " within 4.5 of its standard errors.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    int n = setting.choose(20_000, 200_000);
    for (NamedPair pair : NamedPair.all()) {
      double left = Discriminators.value(Discriminators.of(formula, pair), pair.p(), pair.q());
      MonteCarlo drawn =
          MonteCarlo.optimalValue(
              pair.p(), pair.q(), n, setting.rng(ID).stream(pair.stream()).at(0));
      evidence
          .check(Check.equal(pair.name(), left, right(pair), TOLERANCE))
          .check(
              Check.equal(
                  "Monte Carlo: " + pair.name(),
                  drawn.value(),
                  right(pair),
                  4.5 * drawn.standardError()));
    }
    return evidence.recipe("Monte Carlo: " + n + " draws of each distribution.").done();
  }

  /** As written, from log ratios. */
  static double right(NamedPair pair) {
    return logShare(pair.p(), pair.q()) + logShare(pair.q(), pair.p());
  }

  /** E_a log a/(a + b) = −E_a softplus(log b − log a). */
  static double logShare(Density a, Density b) {
    return Quadrature.over(a, b)
        .expectation(a, x -> -Discriminators.softplus(b.logDensity(x) - a.logDensity(x)))
        .value();
  }
}
