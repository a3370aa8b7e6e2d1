package org.gan4j.theory.rows.analytic;

import java.util.function.ToDoubleFunction;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 10: V(D*, G) is twice the Jensen–Shannon divergence minus log 4. */
public final class JensenShannon implements Row {
  private static final double TOLERANCE = 1e-12;

  private final ToDoubleFunction<NamedPair> divergences;

  /** Creates the row as the theorem states it. */
  public JensenShannon() {
    this(pair -> fromMixture(pair.p(), pair.q()) + fromMixture(pair.q(), pair.p()));
  }

  /** Uses another implementation of KL(p ‖ m) + KL(q ‖ m). */
  JensenShannon(ToDoubleFunction<NamedPair> divergences) {
    this.divergences = divergences;
  }

  @Override
  public Statement statement() {
    return Statement.of("10", "V(D*, G) = 2 JSD − log 4")
        .claim(
            "At the optimal discriminator, V is the sum of two Kullback–Leibler divergences from the"
                + " mixture m, minus log 4: twice the Jensen–Shannon divergence, minus log 4.")
        .formula("V(D^*, G) = KL(p ‖ m) + KL(q ‖ m) − log 4 = 2 JSD(p ‖ q) − log 4")
        .source("Goodfellow et al. 2014, Theorem 1, equations 5 and 6.")
        .method(
            "V as in row 8, from two expectations; each of the two divergences separately, as KL"
                + " between p or q and a mixture density; JSD also as the checker computes it.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    for (NamedPair pair : NamedPair.all()) {
      double value = OptimalValue.right(pair);
      double jsd = Divergences.between(pair.p(), pair.q()).jsd().value();
      evidence
          .check(
              Check.equal(
                  "V(D*) = KL + KL − log 4: " + pair.name(),
                  value,
                  divergences.applyAsDouble(pair) - Math.log(4),
                  TOLERANCE))
          .check(
              Check.equal(
                  "V(D*) = 2 JSD − log 4: " + pair.name(), value, 2 * jsd - Math.log(4), TOLERANCE))
          .number("JSD: " + pair.name(), jsd);
    }
    return evidence.done();
  }

  /** KL(a ‖ ½a + ½b), computed as for any two densities. */
  static double fromMixture(Density a, Density b) {
    Density m = Densities.mixture(new double[] {0.5, 0.5}, a, b);
    return Divergences.between(a, m).klPq().value();
  }
}
