package org.gan4j.data.distribution;

import org.gan4j.data.LogDensity;

/** The log density of equally likely isotropic Gaussians with one standard deviation. */
final class IsotropicMixture implements LogDensity {
  private final double[][] centres;
  private final double sd;
  private final double logNormaliser;

  IsotropicMixture(double[][] centres, double sd) {
    this.centres = centres;
    this.sd = sd;
    this.logNormaliser =
        -Math.log(centres.length) - centres[0].length * (Math.log(sd) + Gaussian.HALF_LOG_TWO_PI);
  }

  @Override
  public double at(double... point) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] centre : centres) {
      nearest = Math.min(nearest, squaredDistance(point, centre));
    }
    if (nearest == Double.POSITIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (double[] centre : centres) {
      sum += Math.exp(0.5 * (nearest - squaredDistance(point, centre)));
    }
    return Math.log(sum) - 0.5 * nearest + logNormaliser;
  }

  /** {@return ‖point − centre‖² / sd²} */
  private double squaredDistance(double[] point, double[] centre) {
    double sum = 0;
    for (int axis = 0; axis < centre.length; axis++) {
      double z = (point[axis] - centre[axis]) / sd;
      sum += z * z;
    }
    return sum;
  }
}
