package org.gan4j.metrics;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;

/**
 * The squared Fréchet distance between Gaussians fitted to two sets of features. With Inception's
 * features this is the FID; on any other features it is a different number, and the two must not be
 * compared.
 *
 * <p>The estimate is biased upwards: for equal white Gaussians in d dimensions and n samples each,
 * its mean is about 2d/n + d(d + 1)/(2n). So compare only figures of equal n, or extrapolated ones.
 *
 * @paper Heusel et al. 2017, arXiv:1706.08500, Eq. (6)
 */
public final class FrechetDistance {
  private static final int SIZES = 15;

  private FrechetDistance() {}

  /**
   * Returns the distance; the covariances have denominator n − 1 and no shrinkage.
   *
   * @shape a [n, d], b [m, d], row-major
   * @param a features of one set, more than d samples
   * @param b features of the other, more than d samples; their number may differ
   * @param dimensions d
   * @return the distance in squared units of the features
   * @throws IllegalArgumentException if there are too few samples, the last one is incomplete, or
   *     one is not finite
   */
  public static double between(float[] a, float[] b, int dimensions) {
    return FittedGaussian.fit("FrechetDistance.a", a, dimensions)
        .frechetDistance(FittedGaussian.fit("FrechetDistance.b", b, dimensions));
  }

  /**
   * Extrapolates the distance to infinitely many samples: the intercept of a line in 1/n, fitted by
   * least squares to the distances of random subsets of both sets at 15 sizes n, evenly spaced from
   * a fifth of the smaller set to all of it.
   *
   * @shape a [n, d], b [m, d], row-major
   * @param a features of one set, at least 5(d + 1) samples
   * @param b features of the other, at least 5(d + 1) samples
   * @param dimensions d
   * @param subsets the source of the subsets
   * @return the extrapolated distance, which may fall below 0 if the distributions are close
   * @throws IllegalArgumentException if there are too few samples, the last one is incomplete, or
   *     one is not finite
   * @paper Chong and Forsyth 2020, arXiv:1911.07023
   */
  public static double extrapolated(float[] a, float[] b, int dimensions, RngStream subsets) {
    int n = SampleSets.rows("FrechetDistance.a", a, dimensions, 2);
    int m = SampleSets.rows("FrechetDistance.b", b, dimensions, 2);
    int most = Math.min(n, m);
    int least = most / 5;
    Expect.count("FrechetDistance.extrapolated", "samples", most, 5L * (dimensions + 1));
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < SIZES; i++) {
      int size = least + (int) ((long) (most - least) * i / (SIZES - 1));
      float[] ofA = SampleSets.take(a, dimensions, subsets.permutation(n, 2L * i), size);
      float[] ofB = SampleSets.take(b, dimensions, subsets.permutation(m, 2L * i + 1), size);
      line.addData(1.0 / size, between(ofA, ofB, dimensions));
    }
    return line.getIntercept();
  }
}
