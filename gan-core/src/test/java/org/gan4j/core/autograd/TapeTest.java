package org.gan4j.core.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeTest {
  private static final DType F64 = DType.FLOAT64;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void derivativesOfAPolynomialToThirdOrder(String name) {
    try (Backend backend = Backends.open(name);
        Tape tape = Tape.on(backend)) {
      Var x = tape.watch(backend.tensor(Shape.scalar(), F64, 3.0));
      Var y = x.square().square(); // x⁴
      Var first = tape.gradient(y, List.of(x)).of(x);
      Var second = tape.gradient(first, List.of(x)).of(x);
      Var third = tape.gradient(second, List.of(x)).of(x);
      assertThat(first.item()).isCloseTo(108, within(1e-12));
      assertThat(second.item()).isCloseTo(108, within(1e-12));
      assertThat(third.item()).isCloseTo(72, within(1e-12));
    }
  }

  /** R1 of a linear critic w·x: ‖∇ₓ‖² = ‖w‖², whose gradient with respect to w is 2w. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void gradientOfAGradientNorm(String name) {
    try (Backend backend = Backends.open(name)) {
      Parameter w = new Parameter(backend, "w", Shape.of(1, 2), F64, 3, -4);
      Parameter b = new Parameter(backend, "b", Shape.of(1), F64, 0.5);
      try (Tape tape = Tape.on(backend)) {
        Var x = tape.watch(backend.tensor(Shape.of(3, 2), F64, 1, 2, 3, 4, 5, 6.0));
        Var logits = x.dense(tape.use(w), tape.use(b), Activation.IDENTITY);
        Var inputGradient = tape.gradient(logits.sum(), List.of(x)).of(x);
        Var norms = inputGradient.rowDots(inputGradient);
        assertThat(norms.value().toDoubles()).containsExactly(25, 25, 25);
        Gradients gradients = tape.backward(norms.mean());
        assertThat(gradients.of(w).toDoubles())
            .containsExactly(new double[] {6, -8}, within(1e-12));
        assertThat(gradients.of(b).toDoubles()).containsExactly(0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void unusedVariablesHaveTrueZeroGradients(String name) {
    try (Backend backend = Backends.open(name);
        Tape tape = Tape.on(backend)) {
      Var x = tape.watch(backend.tensor(Shape.of(2), F64, 1, 2.0));
      Var y = tape.watch(backend.tensor(Shape.of(3), F64, 1, 2, 3.0));
      assertThat(tape.gradient(x.sum(), List.of(y)).of(y).value().toDoubles())
          .containsExactly(0, 0, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void misuseIsNamed(String name) {
    try (Backend backend = Backends.open(name)) {
      Tensor escaped;
      try (Tape tape = Tape.on(backend)) {
        Var x = tape.watch(backend.tensor(Shape.of(2), F64, 1, 2.0));
        escaped = x.value();
        Var constant = tape.constant(x.value());
        assertThatThrownBy(() -> tape.gradient(x, List.of(x)))
            .hasMessage(
                "gradient: expected a scalar to differentiate, got shape [2]; reduce it with"
                    + " sum() or mean() first");
        assertThatThrownBy(() -> tape.gradient(x.sum(), List.of(constant)))
            .hasMessage(
                "gradient: expected variables that were watched or used, got a constant [2]");
        try (Tape inner = Tape.on(backend)) {
          assertThatThrownBy(() -> inner.constant(x.value()).add(x))
              .hasMessageStartingWith("tape: expected a variable of this tape, got one of another");
          assertThatThrownBy(tape::close)
              .hasMessageContaining("expected tapes to close last-in first-out");
        }
      }
      assertThatThrownBy(escaped::toDoubles)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "tensor: expected its tape to be open, but it was closed; copy the numbers with"
                  + " toDoubles() before the tape ends");
      assertThatThrownBy(() -> backend.tensor(Shape.scalar(), F64, 1.0))
          .hasMessage(
              "backend "
                  + name
                  + ": expected an open tape to hold the result; compute inside try"
                  + " (Tape tape = Tape.on(backend)) { … }");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void aParameterReadAcrossAnUpdateIsAnError(String name) {
    try (Backend backend = Backends.open(name)) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), F64, 5);
      try (Tape tape = Tape.on(backend)) {
        Var use = tape.use(p);
        Tensor ten = backend.tensor(Shape.of(1), F64, 10.0);
        backend.assign(p.state(), ten);
        assertThatThrownBy(() -> use.add(1))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(
                "tensor: expected a parameter unchanged since it was read, but it has been"
                    + " updated; read it again after the update");
        assertThat(p.value().item()).isEqualTo(10);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void anotherThreadIsRefused(String name) throws InterruptedException {
    try (Backend backend = Backends.open(name)) {
      Throwable[] thrown = new Throwable[1];
      Thread thread =
          new Thread(
              () -> {
                try {
                  Tape.on(backend);
                } catch (IllegalStateException e) {
                  thrown[0] = e;
                }
              },
              "stranger");
      thread.start();
      thread.join();
      assertThat(thrown[0])
          .hasMessage(
              "backend "
                  + name
                  + ": expected calls from thread '"
                  + Thread.currentThread().getName()
                  + "', got 'stranger'; open one backend per thread");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void shapesThatDoNotFitAreNamed(String name) {
    try (Backend backend = Backends.open(name);
        Tape tape = Tape.on(backend)) {
      Var a = tape.constant(backend.full(Shape.of(2, 3), F64, 1));
      Var b = tape.constant(backend.full(Shape.of(3, 2), F64, 1));
      Var column = tape.constant(backend.full(Shape.of(2, 1), F64, 1));
      Var single = tape.constant(backend.full(Shape.of(2, 3), DType.FLOAT32, 1));
      assertThatThrownBy(() -> a.add(b))
          .hasMessage("ADD: expected equal shapes, got [2, 3] and [3, 2]");
      assertThatThrownBy(() -> a.multiply(column))
          .hasMessage("MULTIPLY: expected equal shapes, got [2, 3] and [2, 1]");
      assertThatThrownBy(() -> a.matmul(a))
          .hasMessage("gemm: expected matrices with equal inner extents, got [2, 3] · [2, 3]");
      assertThatThrownBy(() -> a.add(single))
          .hasMessage("ADD: expected operands of one element type, got [FLOAT64, FLOAT32]");
      assertThatThrownBy(() -> a.rows(1, 5))
          .hasMessage(
              "sliceRows: expected 0 <= from <= to <= rows, got from 1 to 5 of shape [2, 3]");
    }
  }
}
