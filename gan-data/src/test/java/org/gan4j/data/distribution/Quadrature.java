package org.gan4j.data.distribution;

import org.gan4j.data.LogDensity;

/**
 * The trapezoidal rule, which converges faster than any power of the step for Gaussians: steps of
 * half a standard deviation leave an error below 1e-16 of the mass.
 */
final class Quadrature {
  private Quadrature() {}

  static double mass(LogDensity density, double from, double to, double step) {
    double sum = 0;
    for (long i = 0; i <= Math.round((to - from) / step); i++) {
      sum += Math.exp(density.at(from + i * step));
    }
    return sum * step;
  }

  /** The mass on a square. */
  static double mass2(LogDensity density, double from, double to, double step) {
    return mass(x -> Math.log(mass(y -> density.at(x[0], y[0]), from, to, step)), from, to, step);
  }
}
