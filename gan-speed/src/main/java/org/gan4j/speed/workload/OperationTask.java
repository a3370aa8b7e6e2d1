package org.gan4j.speed.workload;

import java.util.List;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.speed.Task;

/** Operations on a fresh tape, whose results a run discards. */
final class OperationTask implements Task {
  private final Backend backend;
  private final List<Tensor> operands;
  private final Operation operation;

  OperationTask(Backend backend, List<Tensor> operands, Operation operation) {
    this.backend = backend;
    this.operands = List.copyOf(operands);
    this.operation = operation;
  }

  @Override
  public void run() {
    try (Tape tape = Tape.on(backend)) {
      operation.on(tape);
      backend.sync();
    }
  }

  @Override
  public List<double[]> results() {
    try (Tape tape = Tape.on(backend)) {
      return backend.toDoubles(operation.on(tape));
    }
  }

  @Override
  public List<double[]> operands() {
    return backend.toDoubles(operands);
  }
}
