package org.gan4j.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;

final class TensorDataTest {
  @Test
  void keepsNoReferenceToTheArgumentAndGivesNoneAway() {
    float[] values = {1, 2};
    TensorData data = TensorData.of(Shape.of(2), values);
    values[0] = 9;
    data.floats()[1] = 9;

    assertThat(data.floats()).containsExactly(1, 2);
    assertThat(values).containsExactly(9, 2);
  }

  @Test
  void equalsComparesTypeShapeAndBits() {
    TensorData data = TensorData.of(Shape.of(1, 2), new float[] {0f, 1f});

    assertThat(data)
        .isEqualTo(TensorData.of(Shape.of(1, 2), new float[] {0f, 1f}))
        .hasSameHashCodeAs(TensorData.of(Shape.of(1, 2), new float[] {0f, 1f}))
        .isNotEqualTo(TensorData.of(Shape.of(1, 2), new float[] {-0f, 1f}))
        .isNotEqualTo(TensorData.of(Shape.of(2, 1), new float[] {0f, 1f}))
        .isNotEqualTo(TensorData.of(Shape.of(1, 2), new double[] {0, 1}));
    assertThat(TensorData.of(Shape.of(0), new float[0]))
        .isNotEqualTo(TensorData.of(Shape.of(0), new double[0]));
    assertThat(data).hasToString("FLOAT32[1, 2]");
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TensorData.of(Shape.of(2, 3), new float[5]))
        .withMessage(
            "TensorData: expected 6 values for shape [2, 3], got 5; pass one value per element");
  }

  @Test
  void refusesTheOtherType() {
    TensorData single = TensorData.of(Shape.scalar(), new float[1]);
    TensorData twice = TensorData.of(Shape.scalar(), new double[1]);

    assertThat(single.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(twice.dtype()).isEqualTo(DType.FLOAT64);
    assertThatIllegalStateException()
        .isThrownBy(single::doubles)
        .withMessage("TensorData.doubles: expected FLOAT64, got FLOAT32; call floats()");
    assertThatIllegalStateException()
        .isThrownBy(twice::floats)
        .withMessage("TensorData.floats: expected FLOAT32, got FLOAT64; call doubles()");
  }
}
