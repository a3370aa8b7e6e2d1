package org.gan4j.speed.workload;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;

/**
 * A pass over a matrix.
 *
 * @param pass the operation
 * @param rows the rows of the matrix
 * @param columns its columns
 */
public record KernelWorkload(MemoryPass pass, int rows, int columns) implements Workload {
  @Override
  public String name() {
    return String.format(Locale.ROOT, "kernel/%s-%dx%d", pass.id(), rows, columns);
  }

  @Override
  public Kind kind() {
    return Kind.KERNEL;
  }

  @Override
  public Cost cost(DType dtype) {
    double elements = (double) rows * columns;
    return new Cost(pass.flopPerElement() * elements, pass.matrices() * elements * dtype.bytes());
  }

  @Override
  public Task open(Backend backend) {
    MemoryPass.Inputs inputs = MemoryPass.Inputs.of(backend, rows, columns);
    return new OperationTask(
        backend, List.of(inputs.x(), inputs.y(), inputs.row(), inputs.column()), pass.on(inputs));
  }
}
