package org.gan4j.losses.divergence;

/**
 * One Gaussian's whitened coordinates as an affine function (xs·s + x, ys·s + yt·t + y) of
 * another's, (s, t): in them its log-density is a constant less half the squared length.
 *
 * @param xs how the first coordinate changes with s
 * @param ys how the second changes with s
 * @param yt how the second changes with t
 * @param x the first coordinate at the other's mean
 * @param y the second coordinate at the other's mean
 */
record Whitening(double xs, double ys, double yt, double x, double y) {
  double squaredLength(double s, double t) {
    double u = xs * s + x;
    double v = ys * s + yt * t + y;
    return u * u + v * v;
  }

  /** The marginal mean of s. */
  double mean() {
    return -x / xs;
  }

  /** The marginal standard deviation of s. */
  double sd() {
    return 1 / xs;
  }

  /** The conditional mean of t, given s. */
  double meanGiven(double s) {
    return -(ys * s + y) / yt;
  }

  /** The conditional standard deviation of t. */
  double sdGiven() {
    return 1 / yt;
  }

  /** How much rounding of (s, t) grows. */
  double norm() {
    return Math.abs(xs) + Math.abs(ys) + Math.abs(yt);
  }
}
