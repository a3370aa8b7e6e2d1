package org.gan4j.metrics.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InceptionScoreTest {
  @Test
  void certainAndEvenClassesGiveTheirNumber() {
    assertThat(InceptionScore.of(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3))
        .isCloseTo(3, within(1e-12));
  }

  @Test
  void oneClassOrNoCertaintyGivesOne() {
    assertThat(InceptionScore.of(new double[] {0, 1, 0, 1}, 2)).isCloseTo(1, within(1e-12));
    assertThat(InceptionScore.of(new double[] {0.5, 0.5, 0.5, 0.5}, 2)).isCloseTo(1, within(1e-12));
  }

  /** p(class) = (3/4, 1/4), and KL is log(4/3) and ½ log(2/3) + ½ log 2 for the two samples. */
  @Test
  void twoSamplesByHand() {
    double mean = (Math.log(4 / 3.0) + 0.5 * Math.log(2 / 3.0) + 0.5 * Math.log(2)) / 2;
    assertThat(InceptionScore.of(new double[] {1, 0, 0.5, 0.5}, 2))
        .isCloseTo(Math.exp(mean), within(1e-12));
  }

  @Test
  void rowsMustBeComplete() {
    assertThatThrownBy(() -> InceptionScore.of(new double[3], 2))
        .hasMessage(
            "InceptionScore: expected rows of 2 probabilities, one per class, got 3 in total");
  }
}
