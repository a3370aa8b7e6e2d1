package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class Nd4jTensorsTest {
  @Test
  void aWrappedArrayIsComputedOnWithoutACopy() {
    try (Backend backend = Backends.open("nd4j");
        Tape tape = Tape.on(backend)) {
      INDArray array = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}});
      long before = backend.reservedBytes();
      Tensor x = Nd4jTensors.wrap(backend, array);
      assertThat(backend.reservedBytes()).isEqualTo(before);
      assertThat(x.shape()).isEqualTo(Shape.of(2, 3));
      assertThat(tape.constant(x).sum().item()).isEqualTo(21);
      assertThat(Nd4jTensors.view(x).data().addressPointer().address())
          .isEqualTo(array.data().addressPointer().address());
    }
  }

  @Test
  void aViewSharesTheTensorsMemory() {
    try (Backend backend = Backends.open("nd4j");
        Tape tape = Tape.on(backend)) {
      Tensor x = tape.constant(backend.tensor(Shape.of(2, 2), DType.FLOAT64, 1.0, 2, 3, 4)).value();
      INDArray view = Nd4jTensors.view(x);
      assertThat(view).isEqualTo(Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}}));
      view.putScalar(0, 0, 7);
      assertThat(x.toDoubles()).containsExactly(7, 2, 3, 4);
      assertThat(Nd4jTensors.view(backend.full(Shape.scalar(), DType.FLOAT32, 5)).rank()).isZero();
      Tensor slice = backend.sliceRows(x, 1, 2);
      assertThat(Nd4jTensors.view(slice)).isEqualTo(Nd4j.createFromArray(new double[][] {{3, 4}}));
      assertThat(Nd4jTensors.wrap(backend, Nd4jTensors.view(slice)).toDoubles())
          .containsExactly(3, 4);
    }
  }

  @Test
  void aWrappedTensorEndsWithItsTapeAndTheArrayLivesOn() {
    INDArray array = Nd4j.createFromArray(1f, 2f);
    try (Backend backend = Backends.open("nd4j")) {
      Tensor x;
      try (Tape tape = Tape.on(backend)) {
        x = Nd4jTensors.wrap(tape.backend(), array);
      }
      assertThatThrownBy(x::toFloats).hasMessageContaining("expected its tape to be open");
    }
    assertThat(array.sumNumber().doubleValue()).isEqualTo(3);
  }

  @Test
  void whatCannotBeSharedIsNamed() {
    try (Backend backend = Backends.open("nd4j");
        Backend reference = Backends.open("reference");
        Tape tape = Tape.on(backend);
        Tape other = Tape.on(reference)) {
      INDArray columns = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}}).transpose();
      assertThatThrownBy(() -> Nd4jTensors.wrap(tape.backend(), columns))
          .hasMessageStartingWith(
              "Nd4jTensors.wrap: expected FLOAT or DOUBLE elements in row-major")
          .hasMessageEndingWith("copy it with castTo(…) and dup('c')");
      INDArray integers = Nd4j.ones(DataType.INT32, 2);
      assertThatThrownBy(() -> Nd4jTensors.wrap(backend, integers)).hasMessageContaining("INT");
      assertThatThrownBy(() -> Nd4jTensors.wrap(reference, columns))
          .hasMessage("Nd4jTensors.wrap: expected a backend opened as 'nd4j', got 'reference'");
      Tensor foreign = other.constant(reference.full(Shape.of(2), DType.FLOAT32, 1)).value();
      assertThatThrownBy(() -> Nd4jTensors.view(foreign))
          .hasMessageContaining("expected a tensor of the nd4j backend, got storage of");
      Tensor empty = backend.full(Shape.of(0, 3), DType.FLOAT32, 1);
      assertThatThrownBy(() -> Nd4jTensors.view(empty))
          .hasMessage("Nd4jTensors.view: expected at least one element, got shape [0, 3]");
    }
  }
}
