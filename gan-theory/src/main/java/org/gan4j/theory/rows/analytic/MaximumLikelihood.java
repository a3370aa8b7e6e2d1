package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 5: maximum likelihood, which GANs do not use, minimises KL(p ‖ q_θ). */
public final class MaximumLikelihood implements Row {
  private static final String ID = "5";

  /** Skewed, so that the best location is neither its mean nor a mode. */
  private static final Density P =
      Densities.mixture(
          new double[] {0.7, 0.3}, Densities.normal(-0.5, 0.6), Densities.normal(2, 1));

  private static final double[] WEIGHTS = {0.35, 0.3, 0.05, 0.2, 0.1};

  private final int sign;

  /** Creates the row as the theorem states it. */
  public MaximumLikelihood() {
    this(1);
  }

  /** Maximises the log-likelihood times the sign. */
  MaximumLikelihood(int sign) {
    this.sign = sign;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "Maximum likelihood minimises KL(p ‖ q)")
        .claim(
            "Models with an explicit q are fitted by maximum likelihood. For N draws this minimises"
                + " the divergence from the empirical distribution; as N grows, the minimum converges"
                + " to that of KL(p ‖ q_θ) at the rate 1/√N. A GAN descends another divergence.")
        .formula("argmax_θ ∑_{i=1}^N log q_θ(x_i) = argmin_θ KL(p_N ‖ q_θ)")
        .formula("argmax_θ ∑_{i=1}^N log q_θ(x_i) → argmin_θ KL(p ‖ q_θ), N → ∞")
        .source(
            "The lecture notes’ comparison; Goodfellow et al. 2014, Section 2. The rate’s constant:"
                + " White 1982, Maximum likelihood estimation of misspecified models, Econometrica"
                + " 50.")
        .method(
            "On five atoms, q_θ binomial: the likelihood’s maximum by Brent’s optimiser from the"
                + " counts, against a root of the derivative of KL from the empirical distribution. On the"
                + " line, q_θ logistic with centre θ and p a skewed mixture: the maximum over N draws"
                + " by the optimiser, against a root of the derivative of KL(p ‖ q_θ) by quadrature;"
                + " the rate and White’s constant.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    atoms(setting, evidence);
    line(setting, evidence);
    return evidence
        .recipe(
            "p = 0.7 N(−0.5, 0.6²) + 0.3 N(2, 1), q_θ logistic with centre θ and scale 1; "
                + replicates(setting)
                + " replicates at each N.")
        .done();
  }

  private static int replicates(Setting setting) {
    return setting.choose(200, 2_000);
  }

  private double maximise(DoubleUnaryOperator logLikelihood, double low, double high) {
    return new BrentOptimizer(1e-10, 1e-12)
        .optimize(
            new UnivariateObjectiveFunction(x -> sign * logLikelihood.applyAsDouble(x)),
            GoalType.MAXIMIZE,
            new SearchInterval(low, high),
            new MaxEval(1_000))
        .getPoint();
  }

  private static double root(DoubleUnaryOperator f, double low, double high) {
    return new BrentSolver(1e-14, 1e-14).solve(1_000, f::applyAsDouble, low, high);
  }

  private void atoms(Setting setting, Evidence.Builder evidence) {
    int n = 500;
    RandomGenerator draws = setting.rng(ID).stream("atoms").at(0);
    double[] empirical = new double[WEIGHTS.length];
    int[] sample = new int[n];
    for (int i = 0; i < n; i++) {
      sample[i] = draw(draws.nextDouble());
      empirical[sample[i]] += 1.0 / n;
    }
    double likeliest =
        maximise(
            theta -> {
              double sum = 0;
              for (int k : sample) {
                sum += logBinomial(k, theta);
              }
              return sum;
            },
            1e-6,
            1 - 1e-6);
    double closest =
        root(theta -> Derivative.of(t -> divergence(empirical, t), theta, 1e-3), 0.05, 0.95);
    evidence.check(
        Check.equal(
            "atoms: likeliest θ against least KL(empirical ‖ q_θ)", likeliest, closest, 1e-7));
  }

  private static int draw(double uniform) {
    double sum = 0;
    for (int k = 0; k < WEIGHTS.length - 1; k++) {
      sum += WEIGHTS[k];
      if (uniform < sum) {
        return k;
      }
    }
    return WEIGHTS.length - 1;
  }

  private static double logBinomial(int k, double theta) {
    double[] choices = {1, 4, 6, 4, 1};
    return Math.log(choices[k]) + k * Math.log(theta) + (4 - k) * Math.log1p(-theta);
  }

  private static double divergence(double[] weights, double theta) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] == 0 ? 0 : weights[k] * (Math.log(weights[k]) - logBinomial(k, theta));
    }
    return sum;
  }

  private void line(Setting setting, Evidence.Builder evidence) {
    Quadrature quadrature = Quadrature.over(P);
    double limit = root(theta -> quadrature.expectation(P, x -> score(x - theta)).value(), -3, 3);
    double variance = quadrature.expectation(P, x -> Math.pow(score(x - limit), 2)).value();
    double curvature =
        quadrature.expectation(P, x -> (1 - Math.pow(score(x - limit), 2)) / 2).value();
    double constant = Math.sqrt(variance) / curvature;
    int sizes = 6;
    double[] n = new double[sizes];
    double[] rms = new double[sizes];
    double[] predicted = new double[sizes];
    for (int k = 0; k < sizes; k++) {
      n[k] = 64 << k;
      rms[k] = rms(setting, (int) n[k], limit);
      predicted[k] = constant / Math.sqrt(n[k]);
      setting.reached((k + 1.0) / sizes, "N = " + (int) n[k]);
    }
    int replicates = replicates(setting);
    Rate rate = Rate.fit(n, rms, replicates);
    evidence
        .check(
            Check.equal(
                "line: slope of log RMS(θ_N − θ) in log N",
                rate.slope(),
                -0.5,
                4 * rate.standardError()))
        .check(
            Check.relative(
                "line: RMS at the largest N against White’s constant/√N",
                rms[sizes - 1],
                predicted[sizes - 1],
                4 / Math.sqrt(2.0 * replicates)))
        .number("argmin KL(p ‖ q_θ)", limit)
        .figure(
            Figure.of(
                    "Maximum likelihood finds argmin KL(p ‖ q)",
                    "The distance between the maximum-likelihood θ and the minimum of KL falls with slope −1/2.",
                    "N",
                    "RMS distance of θ")
                .logX()
                .logY()
                .points("measured", n, rms)
                .dashed("White’s constant / √N", n, predicted));
  }

  /** d/dθ of the logistic log density: tanh((x − θ)/2). */
  private static double score(double centred) {
    return Math.tanh(centred / 2);
  }

  private double rms(Setting setting, int n, double limit) {
    RandomGenerator draws = setting.rng(ID).stream("line").at(n);
    int replicates = replicates(setting);
    double squares = 0;
    for (int r = 0; r < replicates; r++) {
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = P.sample(draws);
      }
      squares += Math.pow(maximise(theta -> logLikelihood(x, theta), -3, 3) - limit, 2);
    }
    return Math.sqrt(squares / replicates);
  }

  private static double logLikelihood(double[] x, double theta) {
    double sum = 0;
    for (double value : x) {
      double z = Math.abs(value - theta);
      sum -= z + 2 * Math.log1p(Math.exp(-z));
    }
    return sum;
  }
}
