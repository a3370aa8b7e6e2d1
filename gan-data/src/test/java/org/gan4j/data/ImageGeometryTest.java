package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
}
