package org.gan4j.metrics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The sliced Wasserstein distance of order 2: the mean over directions of that of the shadows. */
public final class SlicedWasserstein {
  private SlicedWasserstein() {}

  /**
   * Returns √(mean over θ of W₂²(θ·a, θ·b)), by Monte Carlo over directions θ on the sphere.
   *
   * @shape a [n, d], b [m, d]
   * @param a samples, row-major
   * @param b other samples; their number may differ
   * @param dimensions d
   * @param directions how many θ, at least 1
   * @param draws makes the directions; equal draws make figures comparable
   * @return the distance, in the samples' unit
   * @throws IllegalArgumentException if a set is empty or holds half a sample
   * @paper Bonneel et al. 2015, "Sliced and Radon Wasserstein barycenters of measures", Eq. (4)
   */
  public static double distance(
      float[] a, float[] b, int dimensions, int directions, RandomGenerator draws) {
    SampleSets.rows("SlicedWasserstein", a, dimensions, 1);
    SampleSets.rows("SlicedWasserstein", b, dimensions, 1);
    if (directions < 1) {
      throw new IllegalArgumentException(
          "SlicedWasserstein: expected at least 1 direction, got " + directions);
    }
    double sum = 0;
    for (int i = 0; i < directions; i++) {
      double[] direction = direction(dimensions, draws);
      sum += squared(shadow(a, direction), shadow(b, direction));
    }
    return Math.sqrt(sum / directions);
  }

  private static double[] direction(int dimensions, RandomGenerator draws) {
    double[] direction = new double[dimensions];
    Arrays.setAll(direction, axis -> draws.nextGaussian());
    double norm = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
    return Arrays.stream(direction).map(x -> x / norm).toArray();
  }

  private static double[] shadow(float[] samples, double[] direction) {
    double[] shadow = new double[samples.length / direction.length];
    for (int i = 0; i < samples.length; i++) {
      shadow[i / direction.length] += samples[i] * direction[i % direction.length];
    }
    Arrays.sort(shadow);
    return shadow;
  }

  /** ∫ (F⁻¹ − G⁻¹)² over [0, 1]: both quantile functions are steps. */
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
