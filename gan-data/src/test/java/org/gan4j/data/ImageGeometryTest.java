package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageGeometryTest {
  @Test
  void countsTheValuesOfAPicture() {
    assertThat(new ImageGeometry(3, 32, 16).values()).isEqualTo(1536);
  }

  @Test
  void refusesAnEmptyPicture() {
    assertThatThrownBy(() -> new ImageGeometry(1, 0, 28))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ImageGeometry: expected channels, height and width >= 1, got 1, 0, 28");
  }

  @Test
  void reducedGeometryHasFewerRowsAndColumnsAndTheSameChannels() {
    assertThat(new ImageGeometry(3, 28, 14).reduced(2)).isEqualTo(new ImageGeometry(3, 14, 7));
    assertThat(new ImageGeometry(1, 28, 28).reduced(1)).isEqualTo(new ImageGeometry(1, 28, 28));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -2, 3, 4})
  void refusesAReductionThatDoesNotDivideBothSides(int reduction) {
    assertThatThrownBy(() -> new ImageGeometry(1, 28, 6).reduced(reduction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "reduction: expected a whole number >= 1 that divides height 28 and width 6, got "
                + reduction);
  }
}
