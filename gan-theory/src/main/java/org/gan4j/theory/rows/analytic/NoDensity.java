package org.gan4j.theory.rows.analytic;

import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 9: p + q is not a density, but half of it is. */
public final class NoDensity implements Row {
  private static final double TOLERANCE = 1e-12;

  private final double divisor;

  /** Creates the row as the theorem states it. */
  public NoDensity() {
    this(2);
  }

  /** Divides p + q by this. */
  NoDensity(double divisor) {
    this.divisor = divisor;
  }

  @Override
  public Statement statement() {
    return Statement.of("9", "p + q is not a density, m is")
        .claim(
            "The expectations of row 8 look like divergences, but p + q has mass 2. Dividing by 2"
                + " fixes this and adds log 2 per term. Otherwise the “divergence” is negative, which"
                + " is impossible.")
        .formula("∫ (p + q) d x = 2, ∫ {p + q}/{2} d x = 1")
        .formula("E_p log {p}/{p + q} = KL(p ‖ m) − log 2")
        .source("Goodfellow et al. 2014, proof of Theorem 1, from equation 4 to equation 5.")
        .method(
            "Each integral by its own quadrature; the third line against KL(p ‖ m), computed from"
                + " log densities of m.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    for (NamedPair pair : NamedPair.all()) {
      Quadrature quadrature = Quadrature.over(pair.p(), pair.q());
      double sum = quadrature.integrate(x -> pair.p().density(x) + pair.q().density(x)).value();
      double half =
          quadrature.integrate(x -> (pair.p().density(x) + pair.q().density(x)) / divisor).value();
      double share = OptimalValue.logShare(pair.p(), pair.q());
      evidence
          .check(Check.equal("∫(p + q): " + pair.name(), sum, 2, TOLERANCE))
          .check(Check.equal("∫m: " + pair.name(), half, 1, TOLERANCE))
          .check(Check.below("E_p log p/(p + q): " + pair.name(), share, 0))
          .check(
              Check.equal(
                  "E_p log p/(p + q) = KL(p ‖ m) − log 2: " + pair.name(),
                  share,
                  JensenShannon.fromMixture(pair.p(), pair.q()) - Math.log(divisor),
                  TOLERANCE));
    }
    return evidence.done();
  }
}
