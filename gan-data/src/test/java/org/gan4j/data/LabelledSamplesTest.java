package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;

class LabelledSamplesTest {
  private static final Dataset TWO = ArrayDataset.of(Shape.of(1), 3, 4);

  @Test
  void refusesAnotherNumberOfLabels() {
    assertThatThrownBy(() -> LabelledSamples.of(TWO, 2, new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("LabelledSamples: expected a label for each of 2 samples, got 3 labels");
  }

  @Test
  void refusesLabelsThatAreNoClasses() {
    assertThatThrownBy(() -> LabelledSamples.of(TWO, 2, new int[] {0, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("LabelledSamples: expected labels from 0 to 1, got 2");
  }
}
