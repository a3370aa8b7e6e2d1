package org.gan4j.losses.divergence;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A mean over draws, with its standard error: a second way to every integral, which shares nothing
 * with quadrature but the log-densities.
 *
 * @param value the mean
 * @param standardError the estimated standard deviation of the mean; it means little where the
 *     integrand has no variance, as log(p/q) of a heavy-tailed p may
 * @param n how many draws of each density
 */
public record MonteCarlo(double value, double standardError, long n) {
  /**
   * Estimates an expectation.
   *
   * @param p the density that is drawn from
   * @param f the function whose mean is taken
   * @param n how many draws, at least 2
   * @param draws the randomness
   * @return the mean of f(x), x ~ p
   */
  public static MonteCarlo expectation(
      Density p, DoubleUnaryOperator f, long n, RandomGenerator draws) {
    if (n < 2) {
      throw new IllegalArgumentException("Monte Carlo: expected at least 2 draws, got " + n);
    }
    double mean = 0;
    double squares = 0;
    for (long i = 1; i <= n; i++) {
      double value = f.applyAsDouble(p.sample(draws));
      double step = value - mean;
      mean += step / i;
      squares += step * (value - mean);
    }
    return new MonteCarlo(mean, Math.sqrt(squares / (n - 1) / n), n);
  }

  /**
   * Estimates KL(p‖q) by the mean of log p − log q over draws of p.
   *
   * @param p the density that is drawn from
   * @param q the other density
   * @param n how many draws
   * @param draws the randomness
   * @return the estimate, in nats
   */
  public static MonteCarlo kl(Density p, Density q, long n, RandomGenerator draws) {
    return expectation(p, OptimalDiscriminator.of(p, q)::logit, n, draws);
  }

  /**
   * Estimates V(D*) by the means of log D* over draws of p and of log(1 − D*) over draws of q.
   *
   * @param p the data's density
   * @param q the generator's density
   * @param n how many draws of each
   * @param draws the randomness
   * @return the estimate, in nats
   */
  public static MonteCarlo optimalValue(Density p, Density q, long n, RandomGenerator draws) {
    OptimalDiscriminator best = OptimalDiscriminator.of(p, q);
    MonteCarlo real = expectation(p, x -> -LogDensities.softplus(-best.logit(x)), n, draws);
    MonteCarlo fake = expectation(q, x -> -LogDensities.softplus(best.logit(x)), n, draws);
    return new MonteCarlo(
        real.value + fake.value, Math.hypot(real.standardError, fake.standardError), n);
  }

  /**
   * Estimates the Jensen–Shannon divergence, as (V(D*) + log 4)/2.
   *
   * @param p a density
   * @param q another
   * @param n how many draws of each
   * @param draws the randomness
   * @return the estimate, in nats
   */
  public static MonteCarlo jsd(Density p, Density q, long n, RandomGenerator draws) {
    MonteCarlo value = optimalValue(p, q, n, draws);
    return new MonteCarlo(0.5 * (value.value + Math.log(4)), 0.5 * value.standardError, n);
  }

  /**
   * Estimates the total variation by the mean of |2D* − 1| over draws of both.
   *
   * @param p a density
   * @param q another
   * @param n how many draws of each
   * @param draws the randomness
   * @return the estimate
   */
  public static MonteCarlo totalVariation(Density p, Density q, long n, RandomGenerator draws) {
    OptimalDiscriminator best = OptimalDiscriminator.of(p, q);
    DoubleUnaryOperator margin = x -> Math.abs(Math.tanh(0.5 * best.logit(x)));
    MonteCarlo real = expectation(p, margin, n, draws);
    MonteCarlo fake = expectation(q, margin, n, draws);
    return new MonteCarlo(
        0.5 * (real.value + fake.value),
        0.5 * Math.hypot(real.standardError, fake.standardError),
        n);
  }

  /**
   * Returns the interval of so many standard errors around the mean.
   *
   * @param deviations 1.96 for 95 % confidence, 3.29 for 99.9 %
   * @return the interval
   */
  public Interval interval(double deviations) {
    double half = Math.max(deviations * standardError, Math.ulp(value));
    return new Interval(value - half, value + half);
  }
}
