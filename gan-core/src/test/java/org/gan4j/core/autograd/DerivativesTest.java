package org.gan4j.core.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products in small whole numbers, which every element type holds exactly. */
class DerivativesTest {
  private static final String EACH =
      "reference, FLOAT32\nreference, FLOAT64\ncpu, FLOAT32\ncpu, FLOAT64";

  private static Backend open(String name, DType dtype) {
    return Backends.open(name, new BackendOptions(1, dtype));
  }

  private static Var watched(Tape tape, Shape shape, double... values) {
    Backend backend = tape.backend();
    return tape.watch(backend.tensor(shape, backend.dtype(), values));
  }

  private static Var constant(Tape tape, Shape shape, double... values) {
    return watched(tape, shape, values).detach();
  }

  /** y = (Wx)² has the Jacobian 2 diag(Wx) W: here Wx = (−1, 3, 5) and W(5, 2) = (3, 7, 17). */
  @ParameterizedTest
  @CsvSource(textBlock = EACH)
  void bothProductsWithAJacobian(String name, DType dtype) {
    try (Backend backend = open(name, dtype);
        Tape tape = Tape.on(backend)) {
      Var x = watched(tape, Shape.of(1, 2), 1, 2);
      Var w = constant(tape, Shape.of(3, 2), 1, -1, 1, 1, 3, 1);
      Var y = x.matmul(false, w, true).square();
      Var v = constant(tape, Shape.of(1, 2), 5, 2);
      Var u = constant(tape, Shape.of(1, 3), 1, -2, 3);
      assertThat(Derivatives.jvp(y, List.of(x), List.of(v)).value().toDoubles())
          .containsExactly(2 * -1 * 3, 2 * 3 * 7, 2 * 5 * 17);
      assertThat(Derivatives.vjp(y, List.of(x), u).of(x).value().toDoubles())
          .containsExactly(-2 - 12 + 90, 2 - 12 + 30);
    }
  }

  /** The product rule: d(x Wᵀ) = dx Wᵀ + x dWᵀ. */
  @ParameterizedTest
  @CsvSource(textBlock = EACH)
  void severalVariablesMoveAtOnce(String name, DType dtype) {
    try (Backend backend = open(name, dtype);
        Tape tape = Tape.on(backend)) {
      Var x = watched(tape, Shape.of(1, 2), 1, 2);
      Var w = watched(tape, Shape.of(1, 2), 3, 4);
      Var dx = constant(tape, Shape.of(1, 2), 5, 6);
      Var dw = constant(tape, Shape.of(1, 2), 7, 8);
      Var y = x.matmul(false, w, true);
      assertThat(Derivatives.jvp(y, List.of(x, w), List.of(dx, dw)).item())
          .isEqualTo(5 * 3 + 6 * 4 + 1 * 7 + 2 * 8);
      Gradients hessian = Derivatives.hvp(y.sum(), List.of(x, w), List.of(dx, dw));
      assertThat(hessian.of(x).value().toDoubles()).containsExactly(7, 8);
      assertThat(hessian.of(w).value().toDoubles()).containsExactly(5, 6);
    }
  }

  /** y = Σ x⁴ has the Hessian 12 diag(x²) and the third derivative 24 x along v twice. */
  @ParameterizedTest
  @CsvSource(textBlock = EACH)
  void hessianProductsCanBeDifferentiatedAgain(String name, DType dtype) {
    try (Backend backend = open(name, dtype);
        Tape tape = Tape.on(backend)) {
      Var x = watched(tape, Shape.of(3), 1, -2, 3);
      Var v = constant(tape, Shape.of(3), 1, 1, 2);
      Var y = x.square().square().sum();
      Var product = Derivatives.hvp(y, List.of(x), List.of(v)).of(x);
      assertThat(product.value().toDoubles()).containsExactly(12, 48, 216);
      assertThat(Derivatives.jvp(product, List.of(x), List.of(v)).value().toDoubles())
          .containsExactly(24, -48, 288);
      Var derivative = Derivatives.jvp(y, List.of(x), List.of(v));
      assertThat(derivative.item()).isEqualTo(4 - 32 + 4 * 27 * 2);
      assertThat(tape.gradient(derivative, List.of(x)).of(x).value().toDoubles())
          .containsExactly(12, 48, 216);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = EACH)
  void whatDoesNotDependOnAVariableHasZeroProducts(String name, DType dtype) {
    try (Backend backend = open(name, dtype);
        Tape tape = Tape.on(backend)) {
      Var x = watched(tape, Shape.of(2), 1, 2);
      Var other = watched(tape, Shape.of(3), 1, 2, 3);
      List<Var> v = List.of(constant(tape, Shape.of(2), 1, 1));
      for (Var y : List.of(other.square(), other.detach())) {
        assertThat(Derivatives.jvp(y, List.of(x), v).value().toDoubles()).containsExactly(0, 0, 0);
      }
      assertThat(Derivatives.hvp(x.sum(), List.of(x), v).of(x).value().toDoubles())
          .containsExactly(0, 0);
    }
  }

  @Test
  void misuseIsNamed() {
    try (Backend backend = open("reference", DType.FLOAT64);
        Tape tape = Tape.on(backend)) {
      Var x = watched(tape, Shape.of(2), 1, 2);
      Var row = constant(tape, Shape.of(1, 2), 1, 2);
      Var y = x.square();
      assertThatThrownBy(() -> Derivatives.vjp(y, List.of(x), row))
          .hasMessage("vjp: expected a vector of shape [2], got [1, 2]");
      assertThatThrownBy(() -> Derivatives.jvp(y, List.of(x), List.of(row)))
          .hasMessage("jvp: expected a vector of shape [2], got [1, 2]");
      assertThatThrownBy(() -> Derivatives.hvp(y.sum(), List.of(x), List.of(y, y)))
          .hasMessage("hvp: expected 1 direction, one per variable, got 2");
      assertThatThrownBy(() -> Derivatives.hvp(y.sum(), List.of(x, x), List.of(y)))
          .hasMessage("hvp: expected 2 directions, one per variable, got 1");
      assertThatThrownBy(() -> Derivatives.jvp(y, List.of(), List.of()))
          .hasMessage("jvp: expected at least 1 variable, got 0");
      assertThatThrownBy(() -> Derivatives.hvp(y, List.of(x), List.of(y)))
          .hasMessageStartingWith("gradient: expected a scalar to differentiate, got shape [2]");
      assertThatThrownBy(() -> Derivatives.jvp(y, List.of(row.reshape(Shape.of(2))), List.of(y)))
          .hasMessageStartingWith("gradient: expected variables that were watched or used");
    }
  }
}
