package org.gan4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void sizesAndExtents() {
    Shape shape = Shape.of(64, 28, 28);
    assertThat(shape.size()).isEqualTo(50_176);
    assertThat(shape.rows()).isEqualTo(64);
    assertThat(shape.columns()).isEqualTo(784);
    assertThat(shape.withRows(2)).isEqualTo(Shape.of(2, 28, 28));
    assertThat(Shape.of(784).batch(64)).isEqualTo(Shape.of(64, 784));
    assertThat(shape).hasToString("[64, 28, 28]");
    assertThat(Shape.scalar().size()).isEqualTo(1);
    assertThat(Shape.of(0, 3).size()).isZero();
  }

  @Test
  void extentsAreCopied() {
    int[] dims = {2, 3};
    Shape shape = Shape.of(dims);
    dims[0] = 9;
    shape.dims()[1] = 9;
    assertThat(shape).isEqualTo(Shape.of(2, 3));
  }

  @Test
  void refusesNegativeExtents() {
    assertThatThrownBy(() -> Shape.of(2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Shape: expected extents >= 0, got [2, -1]");
  }
}
