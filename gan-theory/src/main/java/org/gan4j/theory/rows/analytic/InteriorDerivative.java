package org.gan4j.theory.rows.analytic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 6b: the derivative of V can be taken inside the integral. */
public final class InteriorDerivative implements Row {
  private static final double STEP = 0.01;
  private static final double TOLERANCE = 1e-8;

  /** The factor of h in the integral: a function of p, q and D at a point. */
  @FunctionalInterface
  interface Integrand {
    double at(double p, double q, double d);
  }

  private final Integrand integrand;

  /** Creates the row as the theorem states it. */
  public InteriorDerivative() {
    this((p, q, d) -> p / d - q / (1 - d));
  }

  /** Claims that this is the factor of h. */
  InteriorDerivative(Integrand integrand) {
    this.integrand = integrand;
  }

  @Override
  public Statement statement() {
    return Statement.of("6b", "The derivative goes inside the integral")
        .claim(
            "In any direction h, the derivative of V by D is the integral of the derivative of the"
                + " integrand. At D* it vanishes in every direction.")
        .formula("{d}/{d ε} V(D + ε h, G) |_{ε=0} = ∫ ({p}/{D} − {q}/{1 − D}) h d x")
        .source("The lecture notes’ step; Goodfellow et al. 2014, proof of Proposition 1.")
        .method(
            "The left side by extrapolated central differences of V, each V by quadrature; the right"
                + " side by quadrature; five directions, two pairs of densities.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    for (NamedPair pair : NamedPair.all().subList(0, 2)) {
      DoubleUnaryOperator gentle = Discriminators::gentle;
      directions().forEach((name, h) -> evidence.check(sides(pair, name, gentle, h)));
    }
    NamedPair near = NamedPair.all().get(2);
    DoubleUnaryOperator optimal = Discriminators.of(Discriminators.OPTIMAL, near);
    directions()
        .forEach(
            (name, h) -> {
              // Scaled by D(1 − D), so that D* + εh is still a probability in the tails.
              DoubleUnaryOperator scaled =
                  x -> {
                    double d = optimal.applyAsDouble(x);
                    return d * (1 - d) * h.applyAsDouble(x);
                  };
              evidence.check(
                  Check.equal(
                      "at D*, h = D*(1 − D*) " + name + ", " + near.name(),
                      directionalDerivative(near, optimal, scaled),
                      0,
                      TOLERANCE));
            });
    return evidence
        .recipe("Logit of D = 1.5 tanh(0.5 − x); steps ε = 0.01, 0.005 and 0.0025 both ways.")
        .done();
  }

  private static Map<String, DoubleUnaryOperator> directions() {
    Map<String, DoubleUnaryOperator> directions = new LinkedHashMap<>();
    directions.put("1", x -> 1);
    directions.put("sin x", Math::sin);
    directions.put("tanh x", Math::tanh);
    directions.put("exp(−x²)", x -> Math.exp(-x * x));
    directions.put("1/(1 + x²)", x -> 1 / (1 + x * x));
    return directions;
  }

  private Check sides(NamedPair pair, String name, DoubleUnaryOperator d, DoubleUnaryOperator h) {
    double inside =
        Quadrature.over(pair.p(), pair.q())
            .integrate(
                x ->
                    integrand.at(pair.p().density(x), pair.q().density(x), d.applyAsDouble(x))
                        * h.applyAsDouble(x))
            .value();
    return Check.equal(
        "h = " + name + ", " + pair.name(), directionalDerivative(pair, d, h), inside, TOLERANCE);
  }

  private static double directionalDerivative(
      NamedPair pair, DoubleUnaryOperator d, DoubleUnaryOperator h) {
    return Derivative.of(
        epsilon ->
            Discriminators.value(
                x -> d.applyAsDouble(x) + epsilon * h.applyAsDouble(x), pair.p(), pair.q()),
        0,
        STEP);
  }
}
