package org.gan4j.theory.rows.trained;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gan4j.core.backend.Activation;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.OptimalDiscriminator;

/**
 * Two densities and an interval that contains their mass, with measurements of discriminators
 * between them.
 *
 * @param p the data's density
 * @param q the generator's density
 * @param low the interval's lower end
 * @param high its upper end
 */
record DensityPair(Density p, Density q, double low, double high) {
  /** Enough points for a sum to converge up to rounding, for networks that are not too steep. */
  private static final int PANELS = 129;

  private static final int ORDER = 16;

  /** The number of points on which the largest distance is searched. */
  private static final int GRID = 4_001;

  private static final double VISIBLE = 1e-4;

  /**
   * {@return Gauss-Legendre points for training, fewer than those for measuring}
   *
   * @param panels the number of parts of equal length
   * @param order points per part
   * @throws IllegalArgumentException if the points miss some mass
   */
  WeightedPoints points(int panels, int order) {
    return WeightedPoints.on(low, high, panels, order, p, q).requireComplete();
  }

  /** {@return whether the measuring points resolve both densities} */
  boolean measurable() {
    return WeightedPoints.on(low, high, PANELS, ORDER, p, q).complete();
  }

  private WeightedPoints fine() {
    return points(PANELS, ORDER);
  }

  /** {@return the divergences of p and q by adaptive quadrature} */
  Divergences divergences() {
    return Divergences.between(p, q);
  }

  /** {@return JSD(p ‖ q) in nats on the measuring points: cheap, and accurate enough for plots} */
  double plottedJsd() {
    WeightedPoints points = fine();
    OptimalDiscriminator best = OptimalDiscriminator.of(p, q);
    double[] logits = Arrays.stream(points.x()).map(best::logit).toArray();
    return (value(points, logits) + Math.log(4)) / 2;
  }

  /**
   * {@return V = E_p log D + E_q log(1 − D) in nats}
   *
   * @param critic D
   */
  double value(CriticFunction critic) {
    WeightedPoints points = fine();
    return value(points, critic.logits(points.x()));
  }

  private static double value(WeightedPoints points, double[] logits) {
    return points.expectReal(logarithms(logits, -1)) + points.expectFake(logarithms(logits, 1));
  }

  /** −softplus(sign · ℓ): log D for sign −1 and log(1 − D) for sign 1. */
  private static double[] logarithms(double[] logits, int sign) {
    double[] values = new double[logits.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = -Activation.SOFTPLUS.apply(sign * logits[i]);
    }
    return values;
  }

  /**
   * {@return E_p D and E_q D}
   *
   * @param critic D
   */
  double[] meanProbabilities(CriticFunction critic) {
    WeightedPoints points = fine();
    double[] probabilities = critic.probabilities(points.x());
    return new double[] {points.expectReal(probabilities), points.expectFake(probabilities)};
  }

  /**
   * Returns V estimated from samples.
   *
   * @param critic D
   * @param n the number of draws from each density
   * @param draws the source of randomness
   * @return the estimate and its standard error
   */
  MeanEstimate sampledValue(CriticFunction critic, int n, RandomGenerator draws) {
    double[] real = new double[n];
    double[] fake = new double[n];
    for (int i = 0; i < n; i++) {
      real[i] = p.sample(draws);
      fake[i] = q.sample(draws);
    }
    return MeanEstimate.of(logarithms(critic.logits(real), -1))
        .plus(MeanEstimate.of(logarithms(critic.logits(fake), 1)));
  }

  /**
   * {@return ∫ m |D − target|, m = (p + q)/2}
   *
   * @param critic D
   * @param target the probability to compare with
   */
  double meanDistance(CriticFunction critic, Probability target) {
    WeightedPoints points = fine();
    double[] distances = distances(critic, target, points.x());
    return (points.expectReal(distances) + points.expectFake(distances)) / 2;
  }

  /**
   * {@return the largest |D − target| on a grid where m ≥ floor; NaN if that is nowhere}
   *
   * @param critic D
   * @param target the probability to compare with
   * @param floor points with m below this are ignored
   */
  double largestDistance(CriticFunction critic, Probability target, double floor) {
    double[] x = grid(GRID);
    double[] distances = distances(critic, target, x);
    return IntStream.range(0, x.length)
        .filter(i -> middle(x[i]) >= floor)
        .mapToDouble(i -> distances[i])
        .max()
        .orElse(Double.NaN);
  }

  private static double[] distances(CriticFunction critic, Probability target, double[] x) {
    double[] distances = critic.probabilities(x);
    for (int i = 0; i < x.length; i++) {
      distances[i] = Math.abs(distances[i] - target.at(x[i]));
    }
    return distances;
  }

  private double[] grid(int n) {
    return evenly(low, high, n);
  }

  private static double[] evenly(double from, double to, int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = from + (to - from) * i / (n - 1);
    }
    return x;
  }

  /** {@return evenly spaced points for a plot, over the range in which m ≥ 1e-4} */
  double[] visible() {
    double[] inside = Arrays.stream(grid(GRID)).filter(x -> middle(x) >= VISIBLE).toArray();
    return evenly(inside[0], inside[inside.length - 1], 401);
  }

  private double middle(double x) {
    return (p.density(x) + q.density(x)) / 2;
  }
}
