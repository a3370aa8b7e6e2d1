package org.gan4j.theory.rows.trained;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gan4j.core.backend.Activation;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.OptimalDiscriminator;

/**
 * Two densities and an interval that holds their mass, with what can be measured of a discriminator
 * between them.
 *
 * @param p the data's density
 * @param q the generator's density
 * @param low the interval's lower end
 * @param high its upper end
 */
record DensityPair(Density p, Density q, double low, double high) {
  /** Points of a sum that has converged to rounding for a network of moderate slopes. */
  private static final int PANELS = 129;

  private static final int ORDER = 16;

  /** Points on which a largest distance is looked for. */
  private static final int GRID = 4_001;

  private static final double VISIBLE = 1e-4;

  /**
   * {@return Gauss-Legendre points to train on, fewer than those that measure}
   *
   * @param panels how many parts of equal length the interval is cut into
   * @param order points in each
   * @throws IllegalArgumentException if they miss some mass
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

  /** {@return JSD(p ‖ q) in nats on the measuring points: what a plot needs, at little cost} */
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
   * Returns V on samples.
   *
   * @param critic D
   * @param n draws from each density
   * @param draws their randomness
   * @return their mean and its standard error
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
   * @param target x to a probability
   */
  double meanDistance(CriticFunction critic, Probability target) {
    WeightedPoints points = fine();
    double[] distances = distances(critic, target, points.x());
    return (points.expectReal(distances) + points.expectFake(distances)) / 2;
  }

  /**
   * {@return the largest |D − target| on a grid, where m is not negligible; NaN if it is nowhere}
   *
   * @param critic D
   * @param target x to a probability
   * @param floor the m below which a point does not count
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

  /** {@return evenly spaced points for a picture, from where m reaches 1e-4 to where it falls} */
  double[] visible() {
    double[] inside = Arrays.stream(grid(GRID)).filter(x -> middle(x) >= VISIBLE).toArray();
    return evenly(inside[0], inside[inside.length - 1], 401);
  }

  private double middle(double x) {
    return (p.density(x) + q.density(x)) / 2;
  }
}
