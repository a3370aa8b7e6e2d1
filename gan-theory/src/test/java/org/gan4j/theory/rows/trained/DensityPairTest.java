package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.divergence.Densities;
import org.junit.jupiter.api.Test;

/** Measurements of a discriminator that is one half everywhere, computed by hand. */
class DensityPairTest {
  private static final DensityPair PAIR =
      new DensityPair(Densities.normal(0, 1), Densities.normal(1, 1), -9, 10);

  private interface Measurement {
    double of(CriticFunction undecided);
  }

  private static double measured(Measurement measurement) {
    try (Backend backend = OneThread.open()) {
      Scaled zero = new Scaled(0);
      return measurement.of(
          new CriticFunction(zero.build(Shape.of(1), Rng.ofSeed(1), backend), backend));
    }
  }

  @Test
  void distancesAreThoseOfTheTarget() {
    assertThat(measured(critic -> PAIR.value(critic))).isCloseTo(-Math.log(4), within(1e-12));
    assertThat(measured(critic -> PAIR.meanDistance(critic, x -> 0.3)))
        .isCloseTo(0.2, within(1e-12));
    assertThat(measured(critic -> PAIR.largestDistance(critic, x -> x < 1 ? 0.5 : 0.9, 0.01)))
        .isCloseTo(0.4, within(1e-12));
  }

  /** So that no check holds because there were no points or no numbers. */
  @Test
  void aDistanceThatWasNotMeasuredIsNotANumber() {
    assertThat(measured(critic -> PAIR.largestDistance(critic, x -> 0.5, /* floor= */ 1))).isNaN();
    assertThat(
            measured(critic -> PAIR.largestDistance(critic, x -> x < 0 ? Double.NaN : 0.5, 0.01)))
        .isNaN();
  }
}
