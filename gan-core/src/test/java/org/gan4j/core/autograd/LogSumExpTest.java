package org.gan4j.core.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against closed forms: log(e^a + e^a) = a + log 2, and the gradient is the softmax. */
class LogSumExpTest {
  private static final double LOG_2 = 0.6931471805599453;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void neitherLargeNorSmallLogitsOverflow(String name) {
    double infinity = Double.POSITIVE_INFINITY;
    double[] logits = {1e4, 1e4, -1e4, -1e4, 0, 0, 700, -700, -infinity, 3, infinity, 3};
    try (Backend backend = Backends.open(name);
        Tape tape = Tape.on(backend)) {
      Var x = tape.watch(backend.tensor(Shape.of(6, 2), DType.FLOAT64, logits));
      double[] sums = x.logSumExpRows().value().toDoubles();
      double[] expected = {1e4 + LOG_2, -1e4 + LOG_2, LOG_2, 700, 3, infinity};
      for (int row = 0; row < 5; row++) {
        assertThat(sums[row]).isCloseTo(expected[row], within(1e-11));
      }
      assertThat(sums[5]).isEqualTo(infinity);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void noNumberAmongTheLogitsIsNoNumber(String name) {
    try (Backend backend = Backends.open(name);
        Tape tape = Tape.on(backend)) {
      double[] logits = {1, Double.NaN, 3, 4};
      Var x = tape.watch(backend.tensor(Shape.of(2, 2), DType.FLOAT64, logits));
      double[] sums = x.logSumExpRows().value().toDoubles();
      assertThat(sums[0]).isNaN();
      assertThat(sums[1]).isCloseTo(4 + Math.log1p(Math.exp(-1)), within(1e-14));
    }
  }

  /** log(1 + e^t) at t = log 3: softmax (1/4, 3/4), second derivative 3/16. */
  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void derivativesAreTheSoftmaxAndItsCovariance(String name) {
    try (Backend backend = Backends.open(name);
        Tape tape = Tape.on(backend)) {
      double[] logits = {50, 50 + Math.log(3)};
      Var x = tape.watch(backend.tensor(Shape.of(1, 2), DType.FLOAT64, logits));
      Var softmax = tape.gradient(x.logSumExpRows().sum(), List.of(x)).of(x);
      assertThat(softmax.value().toDoubles())
          .containsExactly(new double[] {0.25, 0.75}, within(1e-13));
      Var pick = tape.constant(backend.tensor(Shape.of(1, 2), DType.FLOAT64, 0.0, 1.0));
      Var second = tape.gradient(softmax.rowDots(pick).sum(), List.of(x)).of(x);
      assertThat(second.value().toDoubles())
          .containsExactly(new double[] {-0.1875, 0.1875}, within(1e-13));
    }
  }
}
