package org.gan4j.data.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.gan4j.core.random.Rng;
import org.gan4j.data.Distribution;

/** Compares means over samples with their closed forms. */
final class Sampling {
  static final int DRAWS = 200_000;

  /**
   * A right sampler fails one such check in 1.7 million; the fixed seed makes it never or always.
   */
  private static final double STANDARD_ERRORS = 5;

  private Sampling() {}

  /** Asserts that the mean of f over samples is within 5 standard errors of the expected value. */
  static void assertMean(Distribution distribution, ToDoubleFunction<double[]> f, double expected) {
    RandomGenerator draws = Rng.ofSeed(1).stream("moments").at(0);
    double[] sample = new double[(int) distribution.sampleShape().size()];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      distribution.sample(draws, sample);
      double value = f.applyAsDouble(sample) - expected;
      sum += value;
      squares += value * value;
    }
    double standardError = Math.sqrt(squares) / DRAWS;
    assertThat(sum / DRAWS).isCloseTo(0, within(STANDARD_ERRORS * standardError));
  }
}
