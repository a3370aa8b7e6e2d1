package org.gan4j.losses.divergence;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A mixture's log-density in the whitened coordinates (s, t) of one Gaussian. */
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
            .mapToDouble(i -> Math.log(mixture.weight(i)) + mixture.part(i).logPeak())
            .toArray();
  }

  double logDensity(double s, double t) {
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double term = logFactors[i] - 0.5 * parts[i].squaredLength(s, t);
      if (term > greatest) {
        sum = sum * Math.exp(greatest - term) + 1;
        greatest = term;
      } else {
        sum += Math.exp(term - greatest);
      }
    }
    return greatest + Math.log(sum);
  }

  Stream<Whitening> parts() {
    return Arrays.stream(parts);
  }
}
