package org.gan4j.theory.rows.analytic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 3: D maximises V(D, G), and gradient ascent reaches the maximum. */
public final class ValueAscent implements Row {
  private static final String ID = "3";
  private static final NamedPair PAIR = NamedPair.normals();
  private static final int STEPS = 300;
  private static final double RATE = 0.6;

  private final DoubleUnaryOperator sampled;
  private final int direction;

  /** Creates the row as the theorem states it. */
  public ValueAscent() {
    this(Discriminators::gentle, 1);
  }

  /**
   * Scores the samples with another discriminator, and multiplies the gradient by the direction.
   */
  ValueAscent(DoubleUnaryOperator sampled, int direction) {
    this.sampled = sampled;
    this.direction = direction;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "What the discriminator maximises")
        .claim(
            "D(x) should be high on the data and low on generated samples; both increase V, and"
                + " gradient ascent on D increases V to its maximum.")
        .formula("max_D V(D, G), V(D, G) = E_{x∼p} log D(x) + E_{z∼p_z} log(1 − D(G(z)))")
        .source("Goodfellow et al. 2014, equation 1 and Algorithm 1 (the inner loop).")
        .method(
            "V as a mean over samples against V by quadrature, within 4.5 standard errors. Ascent"
                + " on the three coefficients of a quadratic logit, whose family contains D*: V"
                + " after each step by quadrature, and its limit against 2·JSD − log 4.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    samples(setting, evidence);
    double[] values = ascend(setting);
    double leastRise = Double.POSITIVE_INFINITY;
    for (int k = 1; k < values.length; k++) {
      leastRise = Math.min(leastRise, values[k] - values[k - 1]);
    }
    double best = Divergences.between(PAIR.p(), PAIR.q()).optimalValue().value();
    double[] steps = LineGrid.linear(0, STEPS, STEPS + 1);
    double[] ceiling = new double[steps.length];
    Arrays.fill(ceiling, best);
    return evidence
        .check(Check.atLeast("least rise of V in a step", leastRise, 0).withTolerance(1e-13))
        .check(Check.above("V after all steps above V before", values[STEPS], values[0]))
        .check(Check.equal("V after all steps against V(D*)", values[STEPS], best, 1e-3))
        .check(
            Check.atMost("V after all steps not above V(D*)", values[STEPS], best)
                .withTolerance(1e-12))
        .figure(
            Figure.of(
                    "Ascent on D with G fixed",
                    "V rises with every step towards V(D*) and never passes it.",
                    "step",
                    "V(D, G), nats")
                .line("V(D, G)", steps, values)
                .dashed("V(D*, G) = 2 JSD − log 4", steps, ceiling))
        .recipe(PAIR.name() + "; " + STEPS + " steps at rate " + RATE + ".")
        .done();
  }

  private void samples(Setting setting, Evidence.Builder evidence) {
    int n = setting.choose(100_000, 1_000_000);
    SummaryStatistics real = scores(setting, "real", PAIR.p(), n, this::logD);
    SummaryStatistics fake = scores(setting, "fake", PAIR.q(), n, this::logOneMinusD);
    double standardError = Math.sqrt((real.getVariance() + fake.getVariance()) / n);
    evidence.check(
        Check.equal(
            "V on " + n + " samples of each kind against quadrature",
            real.getMean() + fake.getMean(),
            Discriminators.value(Discriminators::gentle, PAIR.p(), PAIR.q()),
            4.5 * standardError));
  }

  private double logD(double x) {
    return Math.log(sampled.applyAsDouble(x));
  }

  private double logOneMinusD(double x) {
    return Math.log1p(-sampled.applyAsDouble(x));
  }

  private static SummaryStatistics scores(
      Setting setting, String stream, Density density, int n, DoubleUnaryOperator score) {
    RandomGenerator draws = setting.rng(ID).stream(stream).at(0);
    SummaryStatistics scores = new SummaryStatistics();
    for (int i = 0; i < n; i++) {
      scores.addValue(score.applyAsDouble(density.sample(draws)));
    }
    return scores;
  }

  /** V before the first and after each step. */
  private double[] ascend(Setting setting) {
    double[] theta = new double[3];
    double[] values = new double[STEPS + 1];
    values[0] = value(theta);
    for (int k = 1; k <= STEPS; k++) {
      double[] gradient = gradient(theta);
      for (int j = 0; j < theta.length; j++) {
        theta[j] += direction * RATE * gradient[j];
      }
      values[k] = value(theta);
      setting.reached((double) k / STEPS, "ascent on D");
    }
    return values;
  }

  private static double logit(double[] theta, double x) {
    return theta[0] + x * (theta[1] + x * theta[2]);
  }

  private static double value(double[] theta) {
    Quadrature quadrature = Quadrature.over(PAIR.p(), PAIR.q());
    return -quadrature.expectation(PAIR.p(), x -> Discriminators.softplus(-logit(theta, x))).value()
        - quadrature.expectation(PAIR.q(), x -> Discriminators.softplus(logit(theta, x))).value();
  }

  /** ∂V/∂θ_j = E_p (1 − D) x^j − E_q D x^j. */
  private static double[] gradient(double[] theta) {
    Quadrature quadrature = Quadrature.over(PAIR.p(), PAIR.q());
    double[] gradient = new double[theta.length];
    for (int j = 0; j < theta.length; j++) {
      int power = j;
      gradient[j] =
          quadrature
                  .expectation(
                      PAIR.p(), x -> Discriminators.sigmoid(-logit(theta, x)) * Math.pow(x, power))
                  .value()
              - quadrature
                  .expectation(
                      PAIR.q(), x -> Discriminators.sigmoid(logit(theta, x)) * Math.pow(x, power))
                  .value();
    }
    return gradient;
  }
}
