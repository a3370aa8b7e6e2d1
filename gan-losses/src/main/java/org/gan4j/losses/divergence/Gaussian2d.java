package org.gan4j.losses.divergence;

/**
 * A Gaussian on the plane.
 *
 * @param meanX the mean's first coordinate
 * @param meanY the mean's second coordinate
 * @param sdX the first coordinate's standard deviation
 * @param sdY the second coordinate's standard deviation
 * @param correlation the coordinates' correlation, between −1 and 1, both excluded
 */
public record Gaussian2d(double meanX, double meanY, double sdX, double sdY, double correlation) {
  private static final String NAME = "Gaussian on the plane";

  /** Squares of greater lengths, in units of another's, would overflow. */
  private static final double FURTHEST = 1e150;

  /**
   * Checks the parameters.
   *
   * @param meanX the mean's first coordinate
   * @param meanY the mean's second coordinate
   * @param sdX the first coordinate's standard deviation
   * @param sdY the second coordinate's standard deviation
   * @param correlation the coordinates' correlation, between −1 and 1, both excluded
   */
  public Gaussian2d {
    Parameters.location(NAME, "mean", meanX);
    Parameters.location(NAME, "mean", meanY);
    Parameters.scale(NAME, "standard deviation", sdX, 1);
    Parameters.scale(NAME, "standard deviation", sdY, 1);
    if (!(Math.abs(correlation) < 1)) {
      throw new IllegalArgumentException(
          "%s: expected a correlation between -1 and 1, got %s".formatted(NAME, correlation));
    }
  }

  /**
   * Returns the Gaussian that spreads alike in all directions.
   *
   * @param meanX the mean's first coordinate
   * @param meanY the mean's second coordinate
   * @param sd the standard deviation in every direction
   * @return the Gaussian
   */
  public static Gaussian2d isotropic(double meanX, double meanY, double sd) {
    return new Gaussian2d(meanX, meanY, sd, sd, 0);
  }

  /** The affine map that takes this one's whitened coordinates to the other's. */
  Whitening whiteningOf(Gaussian2d other) {
    double shear = other.correlation / other.residual();
    double alongY = other.sdY * other.residual();
    double xs = sdX / other.sdX;
    double ys = sdY * correlation / alongY;
    double yt = sdY * residual() / alongY;
    double x = (meanX - other.meanX) / other.sdX;
    double y = (meanY - other.meanY) / alongY;
    double sizeOfYs = Math.abs(ys) + Math.abs(shear * xs);
    double sizeOfY = Math.abs(y) + Math.abs(shear * x);
    for (double size : new double[] {xs, yt, Math.abs(x), sizeOfYs, sizeOfY}) {
      if (!(size <= FURTHEST)) {
        throw new IllegalArgumentException(
            "%s: expected lengths that differ by less than a factor of %s, got %s and %s; move them"
                    .formatted(NAME, FURTHEST, this, other)
                + " closer to each other, or stretch the narrower one");
      }
    }
    return new Whitening(xs, ys - shear * xs, yt, x, y - shear * x, sizeOfYs, sizeOfY);
  }

  /** √(1 − ρ²), without cancellation. */
  double residual() {
    return Math.sqrt((1 - correlation) * (1 + correlation));
  }

  /** The logarithm of the density at the mean. */
  double logPeak() {
    return -Math.log(2 * Math.PI) - Math.log(sdX) - Math.log(sdY) - Math.log(residual());
  }

  double logDensity(double x, double y) {
    double u = (x - meanX) / sdX;
    double v = ((y - meanY) / sdY - correlation * u) / residual();
    return logPeak() - 0.5 * (u * u + v * v);
  }
}
