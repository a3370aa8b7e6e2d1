package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.testkit.HostArray;

/**
 * Runs cases on the oracle and on a backend with one and with two threads, twice each. The results
 * must be close to the oracle's and bit-equal in the second run, for which the arena is filled with
 * NaN, and the arguments must be unchanged.
 */
final class OperationCheck {
  private static final int[] THREADS = {1, 2};
  private static final int POISON_MARGIN = 4096;

  private final Function<BackendOptions, Backend> opener;

  OperationCheck(Function<BackendOptions, Backend> opener) {
    this.opener = opener;
  }

  void all(DType dtype, List<OperationCase> cases) {
    assertThat(cases).as("cases").isNotEmpty();
    try (Backend oracle = Backends.open("reference", new BackendOptions(1, dtype));
        Backend one = opener.apply(new BackendOptions(THREADS[0], dtype));
        Backend two = opener.apply(new BackendOptions(THREADS[1], dtype))) {
      for (OperationCase each : cases) {
        List<HostArray> expected = run(oracle, each.dtype(), each.inputs(), each.operation());
        List<HostArray> magnitudes = magnitudes(oracle, each, expected);
        List<HostArray> single = repeated(one, each);
        List<HostArray> twin = repeated(two, each);
        assertNear(each, "one thread against the reference", expected, single, magnitudes);
        assertNear(each, "two threads against the reference", expected, twin, magnitudes);
        assertNear(each, "two threads against one", single, twin, magnitudes);
      }
    }
  }

  private static List<HostArray> magnitudes(
      Backend oracle, OperationCase each, List<HostArray> expected) {
    if (each.magnitude() == null) {
      return expected;
    }
    List<HostArray> absolute = each.inputs().stream().map(HostArray::abs).toList();
    return run(oracle, DType.FLOAT64, absolute, each.magnitude());
  }

  private static List<HostArray> repeated(Backend backend, OperationCase each) {
    List<HostArray> first = run(backend, each.dtype(), each.inputs(), each.operation());
    poison(backend, each, first);
    List<HostArray> second = run(backend, each.dtype(), each.inputs(), each.operation());
    for (int i = 0; i < first.size(); i++) {
      Bits.assertSame(each + ": second run, result " + i, first.get(i), second.get(i));
    }
    return first;
  }

  /**
   * Leaves NaN where the next tape puts inputs and results, since memory may not be assumed zero.
   */
  private static void poison(Backend backend, OperationCase each, List<HostArray> results) {
    int elements = POISON_MARGIN;
    for (HostArray input : each.inputs()) {
      elements += 2 * input.size();
    }
    for (HostArray result : results) {
      elements += 2 * result.size();
    }
    try (Tape tape = Tape.on(backend)) {
      tape.constant(backend.full(Shape.of(elements), each.dtype(), Double.NaN));
    }
  }

  private static List<HostArray> run(
      Backend backend, DType dtype, List<HostArray> inputs, OperationCase.Operation operation) {
    try (Tape tape = Tape.on(backend)) {
      assertThat(tape.backend()).isSameAs(backend);
      List<Tensor> arguments = new ArrayList<>();
      inputs.forEach(input -> arguments.add(input.on(backend, dtype)));
      List<HostArray> results = new ArrayList<>();
      for (Tensor result : operation.apply(backend, List.copyOf(arguments))) {
        assertThat(result.dtype()).as("element type of the result").isEqualTo(dtype);
        results.add(HostArray.read(result));
      }
      for (int i = 0; i < inputs.size(); i++) {
        HostArray after = HostArray.read(arguments.get(i));
        Bits.assertSame("argument " + i + " after the call", inputs.get(i).rounded(dtype), after);
      }
      return results;
    }
  }

  private static void assertNear(
      OperationCase each,
      String how,
      List<HostArray> expected,
      List<HostArray> actual,
      List<HostArray> magnitudes) {
    assertThat(actual).as("%s: results", each).hasSameSizeAs(expected);
    for (int r = 0; r < expected.size(); r++) {
      HostArray right = expected.get(r);
      HostArray found = actual.get(r);
      String what = each + ": " + how + ", result " + r;
      assertThat(found.shape()).as(what).isEqualTo(right.shape());
      for (int i = 0; i < right.size(); i++) {
        double magnitude = Math.abs(magnitudes.get(r).at(i));
        if (!each.tolerance().accepts(right.at(i), found.at(i), magnitude)) {
          throw new AssertionError(
              message(what, i, right, found)
                  + " within "
                  + each.tolerance()
                  + " of magnitude "
                  + magnitude);
        }
      }
    }
  }

  private static String message(String what, int i, HostArray expected, HostArray actual) {
    return what + ", element " + i + ": expected " + expected.at(i) + ", got " + actual.at(i);
  }
}
