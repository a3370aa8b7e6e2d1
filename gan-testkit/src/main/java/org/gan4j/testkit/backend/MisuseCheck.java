package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Storage;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;

/** Calls that must fail at once with a message that says what to do. */
final class MisuseCheck {
  private static final DType TYPE = DType.FLOAT64;
  private static final BackendOptions OPTIONS = new BackendOptions(1, TYPE);

  private final Function<BackendOptions, Backend> opener;

  MisuseCheck(Function<BackendOptions, Backend> opener) {
    this.opener = opener;
  }

  /** Storage that no backend knows. */
  private static final class Nobodys implements Storage {
    @Override
    public void read(float[] destination) {}

    @Override
    public void read(double[] destination) {}
  }

  void foreignTensors() {
    try (Backend backend = opener.apply(OPTIONS);
        Backend twin = opener.apply(OPTIONS);
        Tape tape = Tape.on(backend);
        Tape twinTape = Tape.on(twin)) {
      assertThat(tape.backend()).isNotSameAs(twinTape.backend());
      for (EveryOperation.Call call : EveryOperation.calls()) {
        refused(backend, call, x -> new Tensor(x.shape(), TYPE, new Nobodys(), () -> {}));
        refused(backend, call, x -> Inputs.normal(x.shape(), 1).on(twin, TYPE));
      }
      State foreign = twin.state(Shape.of(1), TYPE, 1);
      Tensor own = backend.full(Shape.of(1), TYPE, 1);
      assertThatThrownBy(() -> backend.assign(foreign, own))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected a tensor of this backend");
      assertThat(foreign.read().item()).as("the foreign state").isEqualTo(1);
    }
  }

  private static void refused(
      Backend backend, EveryOperation.Call call, Function<Tensor, Tensor> replacement) {
    replaced(backend, call, replacement)
        .forEach(
            thrown ->
                assertThat(thrown)
                    .as(call.name())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected a tensor of this backend")
                    .hasMessageContaining("copy it through the host"));
  }

  /** The exception for each position when that operand alone is replaced. */
  private static List<Throwable> replaced(
      Backend backend, EveryOperation.Call call, Function<Tensor, Tensor> replacement) {
    List<Throwable> thrown = new ArrayList<>();
    for (int i = 0; i < call.operands().size(); i++) {
      List<Tensor> operands = new ArrayList<>(call.tensors(backend, TYPE));
      operands.set(i, replacement.apply(operands.get(i)));
      thrown.add(catchThrowable(() -> call.operation().apply(backend, operands)));
    }
    return thrown;
  }

  void closedTapes() {
    try (Backend backend = opener.apply(OPTIONS);
        Tape tape = Tape.on(backend)) {
      for (EveryOperation.Call call : EveryOperation.calls()) {
        for (Throwable thrown : replaced(backend, call, x -> ended(backend, x))) {
          assertThat(thrown)
              .as(call.name())
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("expected its tape to be open");
        }
      }
      Tensor x = backend.full(Shape.of(2, 2), TYPE, 1);
      Tensor slice;
      try (Tape inner = Tape.on(backend)) {
        slice = inner.constant(backend.sliceRows(x, 0, 1)).value();
      }
      assertThatThrownBy(slice::toDoubles).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> ended(backend, x).toFloats())
          .isInstanceOf(IllegalStateException.class);
      assertThat(tape.constant(x).value().toDoubles()).containsExactly(1, 1, 1, 1);
    }
  }

  private static Tensor ended(Backend backend, Tensor like) {
    try (Tape inner = Tape.on(backend)) {
      return inner.zeros(like.shape(), like.dtype()).value();
    }
  }

  void noTape() {
    try (Backend backend = opener.apply(OPTIONS)) {
      for (EveryOperation.Call call : EveryOperation.calls()) {
        List<Tensor> operands = call.states(backend, TYPE);
        Throwable thrown = catchThrowable(() -> call.operation().apply(backend, operands));
        if (EveryOperation.WITHOUT_RESULT.contains(call.name())) {
          assertThat(thrown).as(call.name()).isNull();
        } else {
          assertThat(thrown)
              .as(call.name())
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("expected an open tape to hold the result");
        }
      }
      assertThatThrownBy(() -> backend.full(Shape.scalar(), TYPE, 1))
          .hasMessageContaining("expected an open tape to hold the result");
      assertThatThrownBy(() -> backend.tensor(Shape.scalar(), TYPE, 1.0))
          .hasMessageContaining("expected an open tape to hold the result");
    }
  }

  void otherThreads() {
    try (Backend backend = opener.apply(OPTIONS);
        Tape tape = Tape.on(backend)) {
      for (EveryOperation.Call call : EveryOperation.calls()) {
        List<Tensor> operands = call.tensors(backend, TYPE);
        strange(call.name(), () -> call.operation().apply(backend, operands));
        List<Tensor> states = call.states(backend, TYPE);
        strange(call.name() + " of states", () -> call.operation().apply(backend, states));
      }
      Tensor created = tape.zeros(Shape.scalar(), TYPE).value();
      Tensor kept = backend.state(Shape.scalar(), TYPE, 1).read();
      for (Tensor tensor : List.of(created, kept, kept.reshape(Shape.of(1)))) {
        strange("toFloats", tensor::toFloats);
        strange("toDoubles", tensor::toDoubles);
        strange("item", tensor::item);
      }
      Tensor empty = backend.state(Shape.of(0), TYPE).read();
      strange("a read of no elements", empty::toDoubles);
      strange("a read of no tensors", () -> backend.toDoubles(List.of()));
      strange("no squares", () -> backend.sumsOfSquares(List.of()));
      strange("watch", () -> tape.watch(created));
      strange("reservedBytes", backend::reservedBytes);
      strange("tensor", () -> backend.tensor(Shape.scalar(), TYPE, 1.0));
      strange("full", () -> backend.full(Shape.scalar(), TYPE, 1));
      strange("state", () -> backend.state(Shape.scalar(), TYPE, 1));
      strange("tape", () -> Tape.on(backend));
      strange("sync", backend::sync);
      strange("tape's close", tape::close);
      strange("close", backend::close);
      assertThat(tape.zeros(Shape.scalar(), TYPE).item()).as("still in order").isEqualTo(0);
    }
  }

  private static void strange(String name, Runnable call) {
    Throwable[] thrown = new Throwable[1];
    Thread stranger = new Thread(() -> thrown[0] = catchThrowable(call::run), "stranger");
    stranger.start();
    try {
      stranger.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(thrown[0])
        .as(name)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "expected calls from thread '" + Thread.currentThread().getName() + "', got 'stranger'")
        .hasMessageContaining("open one backend per thread");
  }

  /** A device does not stop for an interrupt, so no call may return before its work is done. */
  void interrupts() {
    Thread.currentThread().interrupt();
    try {
      double[] read;
      try (Backend backend = opener.apply(new BackendOptions(2, TYPE));
          Tape tape = Tape.on(backend)) {
        Tensor ones = backend.full(Shape.of(300, 300), TYPE, 1);
        read = tape.constant(ones).matmul(tape.constant(ones)).value().toDoubles();
        backend.sync();
      }
      assertThat(read).hasSize(300 * 300).containsOnly(300);
    } finally {
      assertThat(Thread.interrupted()).as("interrupted").isTrue();
    }
  }

  void closedBackends() {
    Backend backend = opener.apply(OPTIONS);
    State state = backend.state(Shape.of(3, 4), TYPE, Inputs.normal(Shape.of(3, 4), 1).values());
    Tensor read = state.read();
    try (Tape tape = Tape.on(backend)) {
      Tensor x = tape.zeros(Shape.scalar(), TYPE).value();
      backend.close();
      backend.close();
      ended("a tensor", x::toDoubles);
      ended("a sum", () -> backend.sum(x));
      ended("full", () -> backend.full(Shape.scalar(), TYPE, 1));
    }
    ended("a state", read::toDoubles);
    ended("a state's squares", () -> backend.sumOfSquares(read));
    ended("an assignment", () -> backend.assign(state, read));
    ended("two states' squares", () -> backend.sumsOfSquares(List.of(read, read)));
    ended("a read of two states", () -> backend.toDoubles(List.of(read, read)));
    ended("a read of no tensors", () -> backend.toDoubles(List.of()));
    ended("sync", backend::sync);
    ended("reservedBytes", backend::reservedBytes);
    ended("another tape", () -> Tape.on(backend));
    ended("another state", () -> backend.state(Shape.scalar(), TYPE, 1));
  }

  private static void ended(String what, Runnable call) {
    assertThatThrownBy(call::run)
        .as(what)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected an open backend, but it was closed");
  }

  /** Wrong operands give the same message as on the reference, before anything is computed. */
  void wrongShapes() {
    for (OperationCase.Operation wrong : wrongCalls()) {
      Throwable expected = thrown(Backends.open("reference", OPTIONS), wrong);
      assertThat(expected).isInstanceOf(IllegalArgumentException.class);
      assertThat(thrown(opener.apply(OPTIONS), wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(expected.getMessage());
    }
  }

  private static Throwable thrown(Backend backend, OperationCase.Operation wrong) {
    try (backend;
        Tape tape = Tape.on(backend)) {
      Tensor matrix = Inputs.normal(Shape.of(2, 3), 1).on(tape.backend(), TYPE);
      Tensor row = Inputs.normal(Shape.of(2), 2).on(backend, TYPE);
      Tensor single = HostArray.of(Shape.of(2, 3), new double[6]).on(backend, DType.FLOAT32);
      return catchThrowable(() -> wrong.apply(backend, List.of(matrix, row, single)));
    }
  }

  /** Each gets a matrix [2, 3], a row [2], and a FLOAT32 matrix [2, 3]. */
  private static List<OperationCase.Operation> wrongCalls() {
    Activation relu = Activation.RELU;
    return List.of(
        (b, x) -> List.of(b.gemm(x.get(0), false, x.get(0), false)),
        (b, x) -> List.of(b.gemm(x.get(0), false, x.get(1), false)),
        (b, x) -> List.of(b.gemm(x.get(0), false, x.get(2), true)),
        (b, x) -> List.of(b.dense(x.get(0), x.get(1), x.get(1), relu)),
        (b, x) -> List.of(b.dense(x.get(0), x.get(0).reshape(Shape.of(3, 2)), null, relu)),
        (b, x) -> List.of(b.dense(x.get(0), x.get(0), x.get(0), relu)),
        (b, x) -> b.activationBackward(relu, x.get(0), x.get(1), false),
        (b, x) -> b.activationBackward(relu, x.get(1), x.get(1), true),
        (b, x) -> List.of(b.binary(BinaryOp.ADD, x.get(0), x.get(1))),
        (b, x) -> List.of(b.binary(BinaryOp.DIVIDE, x.get(0), x.get(2))),
        (b, x) -> List.of(b.addRow(x.get(0), x.get(1))),
        (b, x) -> List.of(b.addRow(x.get(1), x.get(1))),
        (b, x) -> List.of(b.scaleRows(x.get(0), x.get(1))),
        (b, x) -> List.of(b.rowDots(x.get(0), x.get(2))),
        (b, x) -> List.of(b.rowDots(x.get(1), x.get(1))),
        (b, x) -> b.columnMoments(x.get(1)),
        (b, x) -> b.columnMoments(b.sliceRows(x.get(0), 0, 0)),
        (b, x) -> List.of(b.batchNorm(x.get(0), x.subList(1, 2), 1, x.get(1), x.get(1))),
        (b, x) -> b.batchNormBackward(x.get(0), b.columnMoments(x.get(0)), 1, x.get(1), x.get(0)),
        (b, x) -> List.of(b.columnSums(x.get(1))),
        (b, x) -> List.of(b.rowSums(x.get(1))),
        (b, x) -> List.of(b.rowMax(x.get(1))),
        (b, x) -> List.of(b.broadcastScalar(x.get(1), Shape.of(2))),
        (b, x) -> List.of(b.broadcastRow(x.get(0), 2)),
        (b, x) -> List.of(b.broadcastColumn(x.get(1), 2)),
        (b, x) -> List.of(b.sliceRows(x.get(0), 1, 3)),
        (b, x) -> List.of(b.sliceRows(x.get(0), 2, 1)),
        (b, x) -> List.of(b.sliceRows(x.get(0), -1, 1)),
        (b, x) -> List.of(b.sliceRows(b.sum(x.get(0)), 0, 1)),
        (b, x) -> List.of(b.concatRows(List.of())),
        (b, x) -> List.of(b.concatRows(List.of(x.get(0), x.get(1)))),
        (b, x) -> List.of(b.concatRows(List.of(x.get(0), x.get(2)))),
        (b, x) -> List.of(b.tensor(Shape.of(2), TYPE, 1.0)),
        (b, x) -> List.of(b.tensor(Shape.of(2), TYPE, 1f, 2f, 3f)),
        (b, x) -> List.of(b.state(Shape.of(2), TYPE, 1.0).read()),
        (b, x) -> assigned(b, b.state(Shape.of(3), TYPE, 1, 2, 3), x.get(1)),
        (b, x) -> assigned(b, b.state(Shape.of(2, 3), TYPE, new double[6]), x.get(2)));
  }

  private static List<Tensor> assigned(Backend backend, State state, Tensor value) {
    backend.assign(state, value);
    return List.of(backend.unary(UnaryOp.ABS, value));
  }
}
