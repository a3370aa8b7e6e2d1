package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.Test;

class DeferredBackendTest extends BackendContract {
  private static final BackendOptions OPTIONS = new BackendOptions(1, DType.FLOAT64);

  @Override
  protected Backend open(BackendOptions options) {
    return DeferredBackend.open(inner -> Backends.open("cpu", inner), options);
  }

  /** The cpu backend, noting which operations ran and on which thread. */
  private static Backend noting(BackendOptions options, List<String> calls) {
    Backend cpu = Backends.open("cpu", options);
    return (Backend)
        Proxy.newProxyInstance(
            Backend.class.getClassLoader(),
            new Class<?>[] {Backend.class},
            (proxy, method, arguments) -> {
              synchronized (calls) {
                calls.add(method.getName() + " on " + Thread.currentThread().getName());
              }
              if (method.getName().equals("sum")) {
                throw new IllegalArgumentException("out of order");
              }
              return method.invoke(cpu, arguments);
            });
  }

  @Test
  void nothingRunsBeforeSomebodyWaits() {
    List<String> calls = new ArrayList<>();
    try (Backend backend = DeferredBackend.open(options -> noting(options, calls), OPTIONS)) {
      calls.clear();
      try (Tape tape = Tape.on(backend)) {
        Var x = tape.watch(backend.tensor(Shape.of(2), DType.FLOAT64, 1.0, 2.0));
        Var y = x.exp().add(x);
        assertThat(calls).isEmpty();
        assertThat(y.value().toDoubles()).containsExactly(Math.E + 1, Math.exp(2) + 2);
        assertThat(calls)
            .containsExactly(
                "openScope on gan4j-deferred",
                "tensor on gan4j-deferred",
                "unary on gan4j-deferred",
                "binary on gan4j-deferred");
        calls.clear();
        var unused = x.negate();
        assertThat(calls).isEmpty();
        backend.sync();
        assertThat(calls).containsExactly("unary on gan4j-deferred", "sync on gan4j-deferred");
      }
    }
    assertThat(calls).endsWith("close on gan4j-deferred");
  }

  /** The norms of a network and its loss: one reduction, one read. */
  @Test
  void manyNumbersAreReadInOneWait() {
    List<String> calls = new ArrayList<>();
    try (Backend backend = DeferredBackend.open(options -> noting(options, calls), OPTIONS);
        Tape tape = Tape.on(backend)) {
      Tensor x = backend.tensor(Shape.of(2), DType.FLOAT32, 3f, 4f);
      Tensor y = tape.constant(backend.tensor(Shape.of(3), DType.FLOAT64, 1.0, 2, 2)).value();
      calls.clear();
      Tensor squares = backend.sumsOfSquares(List.of(x, y));
      assertThat(calls).isEmpty();
      List<double[]> read = backend.toDoubles(List.of(squares, y));
      assertThat(read.get(0)).containsExactly(25, 9);
      assertThat(read.get(1)).containsExactly(1, 2, 2);
      assertThat(calls)
          .endsWith("sumsOfSquares on gan4j-deferred", "toDoubles on gan4j-deferred")
          .filteredOn(call -> call.startsWith("toDoubles"))
          .hasSize(1);
    }
  }

  @Test
  void aLateFailureShowsWhereSomebodyWaits() {
    List<String> calls = new ArrayList<>();
    Backend backend = DeferredBackend.open(options -> noting(options, calls), OPTIONS);
    try (Tape tape = Tape.on(backend)) {
      Tensor x = tape.zeros(Shape.of(2), DType.FLOAT64).value();
      Tensor sum = backend.sum(x);
      assertThatThrownBy(sum::item)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("deferred: an operation failed after its call had returned");
      assertThatThrownBy(backend::sync).isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(backend::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("deferred: an operation failed after its call had returned");
    assertThat(calls).endsWith("close on gan4j-deferred");
  }

  @Test
  void itsNameSaysWhatItWraps() {
    try (Backend backend = open(OPTIONS)) {
      assertThat(backend.name()).isEqualTo("deferred cpu");
    }
  }
}
