package org.gan4j.metrics;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.gan4j.core.Expect;

/** A Gaussian distribution, given or fitted to features, in double precision. */
public final class FittedGaussian {
  private final double[] mean;
  private final RealMatrix covariance;

  private FittedGaussian(double[] mean, RealMatrix covariance) {
    this.mean = mean;
    this.covariance = covariance;
  }

  /**
   * Returns the Gaussian with a mean and a covariance.
   *
   * @shape mean [d], covariance [d][d]
   * @param mean the mean
   * @param covariance the covariance, symmetric and positive semidefinite; only its lower triangle
   *     is read
   * @return the distribution
   * @throws IllegalArgumentException if the extents differ or a number is not finite
   */
  public static FittedGaussian of(double[] mean, double[][] covariance) {
    int d = mean.length;
    boolean square =
        d > 0 && covariance.length == d && Arrays.stream(covariance).allMatch(r -> r.length == d);
    String expected = String.format(Locale.ROOT, "a covariance of %d rows of %1$d numbers", d);
    Expect.that(square, "FittedGaussian", expected, "another shape");
    double[][] symmetric = new double[d][d];
    for (int i = 0; i < d; i++) {
      Expect.finite("FittedGaussian", "a finite mean", mean[i]);
      for (int j = 0; j <= i; j++) {
        Expect.finite("FittedGaussian", "a finite covariance", covariance[i][j]);
        symmetric[i][j] = covariance[i][j];
        symmetric[j][i] = covariance[i][j];
      }
    }
    return new FittedGaussian(mean.clone(), MatrixUtils.createRealMatrix(symmetric));
  }

  /**
   * Fits a Gaussian: the sample mean, and the sample covariance with denominator n − 1 and without
   * shrinkage.
   *
   * @shape features [n, d], row-major
   * @param features the features of more than d samples; with fewer, the covariance is singular
   * @param dimensions d
   * @return the distribution
   * @throws IllegalArgumentException if there are too few samples, the last one is incomplete, or
   *     one is not finite
   */
  public static FittedGaussian fit(float[] features, int dimensions) {
    return fit("FittedGaussian", features, dimensions);
  }

  static FittedGaussian fit(String where, float[] features, int dimensions) {
    int n = SampleSets.rows(where, features, dimensions, 2);
    if (n <= dimensions) {
      throw Expect.failure(
          where,
          String.format(Locale.ROOT, "more samples than the %d dimensions", dimensions),
          n,
          "draw more, since their covariance is singular");
    }
    double[] mean = mean(features, n, dimensions);
    return new FittedGaussian(mean, covariance(features, n, mean));
  }

  private static double[] mean(float[] features, int n, int dimensions) {
    double[] mean = new double[dimensions];
    for (int i = 0; i < features.length; i++) {
      mean[i % dimensions] += features[i];
    }
    for (int axis = 0; axis < dimensions; axis++) {
      mean[axis] /= n;
    }
    return mean;
  }

  private static RealMatrix covariance(float[] features, int n, double[] mean) {
    int d = mean.length;
    double[][] sums = new double[d][d];
    double[] centred = new double[d];
    for (int row = 0; row < n; row++) {
      for (int i = 0; i < d; i++) {
        centred[i] = features[row * d + i] - mean[i];
      }
      for (int i = 0; i < d; i++) {
        double[] sum = sums[i];
        double own = centred[i];
        for (int j = 0; j <= i; j++) {
          sum[j] += own * centred[j];
        }
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        sums[i][j] /= n - 1;
        sums[j][i] = sums[i][j];
      }
    }
    return MatrixUtils.createRealMatrix(sums);
  }

  /** {@return d} */
  public int dimensions() {
    return mean.length;
  }

  /** {@return a copy of the mean, [d]} */
  public double[] mean() {
    return mean.clone();
  }

  /** {@return a copy of the covariance, [d][d]} */
  public double[][] covariance() {
    return covariance.getData();
  }

  /**
   * Returns the squared Fréchet (2-Wasserstein) distance: ‖μ₁ − μ₂‖² + tr Σ₁ + tr Σ₂ − 2 tr (Σ₁^½
   * Σ₂ Σ₁^½)^½. Both roots are those of symmetric matrices, by their eigenvalues; an eigenvalue
   * that rounding made negative counts as 0.
   *
   * @param other a distribution in as many dimensions
   * @return the distance in squared units of the features, 0 for equal distributions up to rounding
   * @throws IllegalArgumentException if the dimensions differ
   * @paper Dowson and Landau 1982, J. Multivariate Anal. 12; Heusel et al. 2017, arXiv:1706.08500,
   *     Eq. (6)
   */
  public double frechetDistance(FittedGaussian other) {
    Expect.that(
        dimensions() == other.dimensions(),
        "frechetDistance",
        "a Gaussian in " + dimensions() + " dimensions",
        other.dimensions());
    double squared = 0;
    for (int axis = 0; axis < mean.length; axis++) {
      double difference = mean[axis] - other.mean[axis];
      squared += difference * difference;
    }
    RealMatrix root = root(covariance);
    double[] values = eigenvalues(root.multiply(other.covariance).multiply(root));
    double traceOfRoot = Arrays.stream(values).map(FittedGaussian::clippedRoot).sum();
    return squared + covariance.getTrace() + other.covariance.getTrace() - 2 * traceOfRoot;
  }

  private static RealMatrix root(RealMatrix symmetric) {
    EigenDecomposition eigen = new EigenDecomposition(symmetric);
    double[] roots =
        Arrays.stream(eigen.getRealEigenvalues()).map(FittedGaussian::clippedRoot).toArray();
    RealMatrix vectors = eigen.getV();
    return vectors
        .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
        .multiply(vectors.transpose());
  }

  /** The product is symmetric up to rounding only. */
  private static double[] eigenvalues(RealMatrix product) {
    RealMatrix symmetric = product.add(product.transpose()).scalarMultiply(0.5);
    return new EigenDecomposition(symmetric).getRealEigenvalues();
  }

  private static double clippedRoot(double eigenvalue) {
    return Math.sqrt(Math.max(0, eigenvalue));
  }
}
