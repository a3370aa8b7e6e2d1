package org.gan4j.speed.workload;

import java.util.List;
import java.util.Locale;
import org.gan4j.core.DType;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;

/**
 * A matrix product.
 *
 * @param shape its extents
 * @param layout whether its factors are transposed
 */
public record GemmWorkload(ProductShape shape, GemmLayout layout) implements Workload {
  @Override
  public String name() {
    return "gemm/" + shape.extents() + "-" + layout.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.GEMM;
  }

  @Override
  public Cost cost(DType dtype) {
    return new Cost(shape.flop(), (double) shape.elements() * dtype.bytes());
  }

  @Override
  public Task open(Backend backend) {
    Tensor a = factor(backend, "a", layout.left(), shape.m(), shape.k());
    Tensor b = factor(backend, "b", layout.right(), shape.k(), shape.n());
    return new OperationTask(
        backend, List.of(a, b), tape -> List.of(backend.gemm(a, layout.left(), b, layout.right())));
  }

  private static Tensor factor(
      Backend backend, String name, boolean transposed, int rows, int columns) {
    return transposed
        ? Operands.tensor(backend, name, columns, rows)
        : Operands.tensor(backend, name, rows, columns);
  }
}
