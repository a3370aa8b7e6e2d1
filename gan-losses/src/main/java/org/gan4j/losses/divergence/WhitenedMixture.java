package org.gan4j.losses.divergence;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A mixture's log-density in the whitened coordinates (s, t) of one Gaussian, and per unit of their
 * area, so that it is of moderate size whatever the scale of the plane.
 */
final class WhitenedMixture {
  private final Whitening[] parts;
  private final double[] logFactors;

  WhitenedMixture(GaussianMixture2d mixture, Gaussian2d frame) {
    parts =
        IntStream.range(0, mixture.count())
            .mapToObj(i -> frame.whiteningOf(mixture.part(i)))
            .toArray(Whitening[]::new);
    logFactors =
        IntStream.range(0, mixture.count())
            .mapToDouble(i -> Math.log(mixture.weight(i)) + parts[i].logPeak())
            .toArray();
  }

  double logDensity(double s, double t) {
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double term = term(i, s, t);
      if (term > greatest) {
        sum = sum * Math.exp(greatest - term) + 1;
        greatest = term;
      } else {
        sum += Math.exp(term - greatest);
      }
    }
    return greatest + Math.log(sum);
  }

  /** A bound on the rounding error of a log-density: its parts' errors, by their shares in it. */
  double noise(double s, double t, double logDensity) {
    double noise = 0;
    for (int i = 0; i < parts.length; i++) {
      double share = Math.exp(term(i, s, t) - logDensity);
      double factor = 2 * Math.ulp(1.0) * Math.abs(logFactors[i]);
      noise += share == 0 ? 0 : share * (factor + parts[i].noise(s, t));
    }
    return noise;
  }

  private double term(int part, double s, double t) {
    return logFactors[part] - 0.5 * parts[part].squaredLength(s, t);
  }

  Stream<Whitening> parts() {
    return Arrays.stream(parts);
  }
}
