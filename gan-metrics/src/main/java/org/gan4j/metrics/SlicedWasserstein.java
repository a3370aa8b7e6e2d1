package org.gan4j.metrics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;

/** The sliced Wasserstein distance of order 2: W₂ of one-dimensional projections, averaged. */
public final class SlicedWasserstein {
  private SlicedWasserstein() {}

  /**
   * Returns √(mean over θ of W₂²(θ·a, θ·b)) for random directions θ, uniform on the sphere.
   *
   * @shape a [n, d], b [m, d]
   * @param a samples of one distribution, row-major
   * @param b samples of another; their number may differ
   * @param dimensions d
   * @param directions how many θ, at least 1
   * @param draws source of the directions; use equal draws for distances that are to be compared
   * @return the distance, in the samples' unit
   * @throws IllegalArgumentException if a set is empty, its last sample is incomplete, or one is
   *     not finite
   * @paper Bonneel et al. 2015, "Sliced and Radon Wasserstein barycenters of measures", Eq. (4)
   */
  public static double distance(
      float[] a, float[] b, int dimensions, int directions, RandomGenerator draws) {
    SampleSets.rows("SlicedWasserstein.a", a, dimensions, 1);
    SampleSets.rows("SlicedWasserstein.b", b, dimensions, 1);
    Expect.count("SlicedWasserstein", "direction", directions, 1);
    double sum = 0;
    for (int i = 0; i < directions; i++) {
      double[] direction = direction(dimensions, draws);
      sum += squared(projection(a, direction), projection(b, direction));
    }
    return Math.sqrt(sum / directions);
  }

  private static double[] direction(int dimensions, RandomGenerator draws) {
    double[] direction = new double[dimensions];
    Arrays.setAll(direction, axis -> draws.nextGaussian());
    double norm = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
    return Arrays.stream(direction).map(x -> x / norm).toArray();
  }

  private static double[] projection(float[] samples, double[] direction) {
    double[] projection = new double[samples.length / direction.length];
    for (int i = 0; i < samples.length; i++) {
      projection[i / direction.length] += samples[i] * direction[i % direction.length];
    }
    Arrays.sort(projection);
    return projection;
  }

  /** ∫ (F⁻¹ − G⁻¹)² over [0, 1], exactly, since both quantile functions are step functions. */
  private static double squared(double[] a, double[] b) {
    double sum = 0;
    double from = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double endA = (i + 1.0) / a.length;
      double endB = (j + 1.0) / b.length;
      double to = Math.min(endA, endB);
      sum += (to - from) * (a[i] - b[j]) * (a[i] - b[j]);
      i += endA <= endB ? 1 : 0;
      j += endB <= endA ? 1 : 0;
      from = to;
    }
    return sum;
  }
}
