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
 * @param sizeOfYs the size of the terms whose difference ys is
 * @param sizeOfY the size of the terms whose difference y is
 */
record Whitening(
    double xs, double ys, double yt, double x, double y, double sizeOfYs, double sizeOfY) {
  /** The logarithm of the one's greatest density per unit of the other's coordinates. */
  double logPeak() {
    return Math.log(xs) + Math.log(yt) - Math.log(2 * Math.PI);
  }

  double squaredLength(double s, double t) {
    double u = first(s);
    double v = second(s, t);
    return u * u + v * v;
  }

  /** A bound on the rounding error of half the squared length. */
  double noise(double s, double t) {
    double first = Math.abs(xs * s) + Math.abs(x);
    double second = sizeOfYs * Math.abs(s) + Math.abs(yt * t) + sizeOfY;
    return 4 * Math.ulp(1.0) * (Math.abs(first(s)) * first + Math.abs(second(s, t)) * second);
  }

  private double first(double s) {
    return xs * s + x;
  }

  private double second(double s, double t) {
    return ys * s + yt * t + y;
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
}
