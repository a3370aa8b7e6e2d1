package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 3b: D as the probability of a label, V as a cross-entropy, D* as Bayes' posterior. */
public final class CrossEntropy implements Row {
  private static final String ID = "3b";
  private static final NamedPair PAIR = NamedPair.normals();
  private static final double LOW = -3;
  private static final double WIDTH = 0.5;
  private static final int BINS = 13;

  private final DoubleBinaryOperator formula;
  private final double factor;

  /** Creates the row as the theorem states it. */
  public CrossEntropy() {
    this(Discriminators.OPTIMAL, -2);
  }

  /** Uses another formula for the posterior, and another factor between V and the cross-entropy. */
  CrossEntropy(DoubleBinaryOperator formula, double factor) {
    this.formula = formula;
    this.factor = factor;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "V is a cross-entropy, D* a posterior")
        .claim(
            "The label y of a sample x is Bernoulli with parameter D(x). V is −2 times the binary"
                + " cross-entropy if real and generated samples are equally likely, and D* is the"
                + " posterior probability of real.")
        .formula("P(y = 1 | x) = D(x), P(y = 0 | x) = 1 − D(x)")
        .formula("V(D, G) = −2 E_{x∼m} H(P(y | x), D(x))")
        .formula("D^*(x) = P(y = 1 | x) = {½ p(x)}/{½ p(x) + ½ q(x)}")
        .source(
            "Goodfellow et al. 2014, Section 4.1, the remark after the proof of Proposition 1: the"
                + " objective is the log-likelihood of P(Y = y given x).")
        .method(
            "V by quadrature over p and over q; the cross-entropy by quadrature over m with Bayes’"
                + " posterior. The same on labelled samples. The posterior in an interval from the"
                + " distribution functions of p and q, from the mean of D* over it, and from counted"
                + " labels.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    DoubleUnaryOperator d = Discriminators::gentle;
    evidence.check(
        Check.equal(
            "V against −2 · cross-entropy, by quadrature",
            Discriminators.value(d, PAIR.p(), PAIR.q()),
            factor * crossEntropy(d),
            1e-12));
    samples(setting, d, evidence);
    posterior(setting, evidence);
    return evidence.recipe(PAIR.name() + ".").done();
  }

  private double crossEntropy(DoubleUnaryOperator d) {
    Density m = Densities.mixture(new double[] {0.5, 0.5}, PAIR.p(), PAIR.q());
    DoubleUnaryOperator posterior = Discriminators.of(formula, PAIR);
    return Quadrature.over(PAIR.p(), PAIR.q())
        .expectation(
            m,
            x -> {
              double real = posterior.applyAsDouble(x);
              double score = d.applyAsDouble(x);
              return -real * Math.log(score) - (1 - real) * Math.log1p(-score);
            })
        .value();
  }

  private void samples(Setting setting, DoubleUnaryOperator d, Evidence.Builder evidence) {
    int n = 10_000;
    RandomGenerator draws = setting.rng(ID).stream("labelled").at(0);
    double real = 0;
    double fake = 0;
    double entropy = 0;
    for (int i = 0; i < 2 * n; i++) {
      int label = i % 2;
      double score = d.applyAsDouble((label == 1 ? PAIR.p() : PAIR.q()).sample(draws));
      real += label == 1 ? Math.log(score) : 0;
      fake += label == 0 ? Math.log1p(-score) : 0;
      entropy -= label * Math.log(score) + (1 - label) * Math.log(1 - score);
    }
    evidence.check(
        Check.equal(
            "the same on " + 2 * n + " labelled samples",
            real / n + fake / n,
            factor * entropy / (2 * n),
            1e-12));
  }

  private void posterior(Setting setting, Evidence.Builder evidence) {
    int n = setting.choose(100_000, 1_000_000);
    long[][] counts = counts(setting, n);
    DoubleUnaryOperator posterior = Discriminators.of(formula, PAIR);
    double[] centres = new double[BINS];
    double[] counted = new double[BINS];
    double exactGap = 0;
    double countedGap = 0;
    for (int k = 0; k < BINS; k++) {
      double low = LOW + k * WIDTH;
      double mass = mass(PAIR.p(), low);
      double exact = mass / (mass + mass(PAIR.q(), low));
      exactGap = Math.max(exactGap, Math.abs(mean(posterior, low) - exact));
      centres[k] = low + WIDTH / 2;
      counted[k] = (double) counts[1][k] / (counts[0][k] + counts[1][k]);
      double spread = Math.sqrt(exact * (1 - exact) / (counts[0][k] + counts[1][k]));
      countedGap = Math.max(countedGap, Math.abs(counted[k] - exact) / spread);
    }
    double[] xs = LineGrid.linear(LOW, LOW + BINS * WIDTH, 201);
    evidence
        .check(
            Check.equal(
                "largest |mean of D* − P(real)| over " + BINS + " intervals", exactGap, 0, 1e-11))
        .check(Check.atMost("largest |counted − P(real)|, in standard errors", countedGap, 4.5))
        .figure(
            Figure.of(
                    "D* is the posterior of real",
                    "Shares of real samples in intervals lie on D*.",
                    "x",
                    "probability of real")
                .line("D*(x) = p/(p + q)", xs, LineGrid.map(xs, posterior))
                .points("counted labels", centres, counted));
  }

  private static long[][] counts(Setting setting, int n) {
    RandomGenerator draws = setting.rng(ID).stream("counted").at(0);
    long[][] counts = new long[2][BINS];
    for (int i = 0; i < 2 * n; i++) {
      int label = draws.nextBoolean() ? 1 : 0;
      double x = (label == 1 ? PAIR.p() : PAIR.q()).sample(draws);
      int bin = (int) Math.floor((x - LOW) / WIDTH);
      if (bin >= 0 && bin < BINS) {
        counts[label][bin]++;
      }
    }
    return counts;
  }

  private static double mass(Density density, double low) {
    return density.cumulative(low + WIDTH) - density.cumulative(low);
  }

  /** The mean of D over an interval, weighted by m. */
  private static double mean(DoubleUnaryOperator d, double low) {
    Quadrature interval = Quadrature.over(Densities.uniform(low, low + WIDTH));
    DoubleUnaryOperator sum = x -> PAIR.p().density(x) + PAIR.q().density(x);
    return interval.integrate(x -> d.applyAsDouble(x) * sum.applyAsDouble(x)).value()
        / interval.integrate(sum).value();
  }
}
