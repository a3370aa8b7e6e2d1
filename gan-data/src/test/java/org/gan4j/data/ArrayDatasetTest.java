package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;

class ArrayDatasetTest {
  @Test
  void copiesTheSampleAskedForAndTouchesNothingElse() {
    Dataset dataset = ArrayDataset.of(Shape.of(2), 1, 2, 3, 4, 5, 6);
    float[] destination = {9, 9, 9, 9};

    dataset.copy(1, destination, 1);

    assertThat(dataset.size()).isEqualTo(3);
    assertThat(dataset.sampleShape()).isEqualTo(Shape.of(2));
    assertThat(dataset.image()).isEmpty();
    assertThat(destination).containsExactly(9, 3, 4, 9);
  }

  @Test
  void keepsACopyOfItsValues() {
    float[] values = {1, 2};
    Dataset dataset = ArrayDataset.of(Shape.of(1), values);
    values[0] = 7;
    float[] destination = new float[1];

    dataset.copy(0, destination, 0);

    assertThat(destination).containsExactly(1);
    assertThat(values).containsExactly(7, 2);
  }

  @Test
  void refusesValuesThatAreNoWholeSamples() {
    assertThatThrownBy(() -> ArrayDataset.of(Shape.of(2), 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ArrayDataset: expected one or more samples of shape [2], got 3 values");
    assertThatThrownBy(() -> ArrayDataset.of(Shape.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ArrayDataset: expected one or more samples of shape [2], got 0 values");
    assertThatThrownBy(() -> ArrayDataset.of(Shape.of(0), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ArrayDataset: expected one or more samples of shape [0], got 1 values");
  }

  @Test
  void refusesAnIndexOutOfRange() {
    Dataset dataset = ArrayDataset.of(Shape.of(1), 1, 2);

    assertThatThrownBy(() -> dataset.copy(2, new float[1], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> dataset.copy(-1, new float[1], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
