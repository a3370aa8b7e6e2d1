package org.gan4j.theory.rows.analytic;

import java.util.random.RandomGenerator;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 2: sample means replace expectations. */
public final class SampleMeans implements Row {
  private static final String ID = "2";
  private static final NamedPair PAIR = NamedPair.normals();

  private final Density drawn;

  /** Creates the row as the theorem states it. */
  public SampleMeans() {
    this(PAIR.p());
  }

  /** Draws the x_i from this density instead of from p. */
  SampleMeans(Density drawn) {
    this.drawn = drawn;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "Sample means replace expectations")
        .claim(
            "E_p log D is replaced by a mean over N draws, whose error is the standard deviation of"
                + " log D divided by √N.")
        .formula("E_{x∼p} log D(x) ≈ {1}/{N} ∑_{i=1}^N log D(x_i)")
        .formula("RMS_N = sqrt{Var_p(log D)} N^{−{1}/{2}}")
        .source("Goodfellow et al. 2014, Algorithm 1 (the gradients on minibatches of m samples).")
        .method(
            "The expectation and the variance by quadrature; the root mean square of the error over"
                + " replicates at sizes N that double; the slope of its logarithm by least squares,"
                + " within 4 of its standard errors.");
  }

  @Override
  public Evidence check(Setting setting) {
    int replicates = setting.choose(400, 4_000);
    int sizes = 7;
    Quadrature quadrature = Quadrature.over(PAIR.p());
    double mean = quadrature.expectation(PAIR.p(), SampleMeans::logD).value();
    double variance = quadrature.expectation(PAIR.p(), x -> Math.pow(logD(x) - mean, 2)).value();
    double[] n = new double[sizes];
    double[] rms = new double[sizes];
    double[] predicted = new double[sizes];
    for (int k = 0; k < sizes; k++) {
      n[k] = 64 << k;
      rms[k] = rms(setting, (int) n[k], replicates, mean);
      predicted[k] = Math.sqrt(variance / n[k]);
      setting.reached((k + 1.0) / sizes, "N = " + (int) n[k]);
    }
    Rate rate = Rate.fit(n, rms, replicates);
    double spread = 4 / Math.sqrt(2.0 * replicates);
    return Evidence.collect()
        .check(
            Check.equal("slope of log RMS in log N", rate.slope(), -0.5, 4 * rate.standardError()))
        .check(
            Check.relative(
                "RMS at the largest N against sd(log D)/√N",
                rms[sizes - 1],
                predicted[sizes - 1],
                spread))
        .number("standard error of the slope", rate.standardError())
        .number("E_p log D", mean)
        .number("Var_p log D", variance)
        .figure(
            Figure.of(
                    "A mean over N draws",
                    "Both scales are logarithmic; the errors follow the line of slope −1/2.",
                    "N",
                    "RMS error of the mean of log D")
                .logX()
                .logY()
                .points("measured", n, rms)
                .dashed("sd(log D) / √N", n, predicted))
        .recipe("p = N(0, 1); logit of D = 1.5 tanh(0.5 − x); " + replicates + " replicates.")
        .done();
  }

  private static double logD(double x) {
    return Math.log(Discriminators.gentle(x));
  }

  private double rms(Setting setting, int n, int replicates, double mean) {
    RandomGenerator draws = setting.rng(ID).stream("draws").at(n);
    double squares = 0;
    for (int r = 0; r < replicates; r++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += logD(drawn.sample(draws));
      }
      squares += Math.pow(sum / n - mean, 2);
    }
    return Math.sqrt(squares / replicates);
  }
}
