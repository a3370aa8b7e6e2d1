package org.gan4j.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the guide's code gives: the backend that was named, and Math.tanh's numbers. */
class ChooseABackendTest {
  @Test
  void theNamedBackendOpens() {
    assertThat(ChooseABackend.open()).isEqualTo("nd4j");
  }

  @Test
  void arraysGoInAndOut() {
    float[] values = {-2, -0.5f, 0, 1};
    INDArray result = ChooseABackend.tanh(Nd4j.createFromArray(values));
    assertThat(result.shape()).containsExactly(4);
    for (int i = 0; i < values.length; i++) {
      assertThat(result.getFloat(i)).isCloseTo((float) Math.tanh(values[i]), within(1e-6f));
    }
  }
}
