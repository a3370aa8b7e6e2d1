package org.gan4j.study.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gan4j.nn.optim.Sgd;
import org.gan4j.study.run.Studies;
import org.junit.jupiter.api.Test;

class ClassifierMeasureTest {
  @Test
  void pointsHaveNoClassifier() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassifierMeasure().open(Studies.config(new Sgd(0.1))))
        .withMessage(
            "classifier: expected a data set of labelled pictures, such as mnist, got "
                + "Points[distribution=Ring[modes=8, radius=1.0, sd=0.1]]");
  }

  @Test
  void fewerSamplesThanASubsetOfTheKernelDistanceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassifierMeasure(999))
        .withMessage("classifier: expected at least 1000 samples, got 999");
  }

  @Test
  void smallerIsBetterForDistancesAndLargerForScores() {
    assertThat(new ClassifierMeasure().metrics())
        .containsExactly(
            new Metric("fcd", false),
            new Metric("kcd", false),
            new Metric("inception_style_score", true),
            new Metric("recognised", true));
  }
}
