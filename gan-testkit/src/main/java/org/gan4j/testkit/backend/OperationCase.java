package org.gan4j.testkit.backend;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Tolerance;

/**
 * One operation on given inputs, to be compared with the oracle.
 *
 * @param name what to call it in a message
 * @param dtype element type
 * @param inputs the operands
 * @param operation the operation
 * @param tolerance how close the results must be
 * @param magnitude the operation on absolute values, or null if the tolerance does not use it
 */
record OperationCase(
    String name,
    DType dtype,
    List<HostArray> inputs,
    Operation operation,
    Tolerance tolerance,
    Operation magnitude) {

  /** A call of one backend operation. */
  @FunctionalInterface
  interface Operation {
    /** Calls the operation on tensors of this backend; empty if it returns none. */
    List<Tensor> apply(Backend backend, List<Tensor> inputs);
  }

  OperationCase(
      String name, DType dtype, List<HostArray> inputs, Operation operation, Tolerance tolerance) {
    this(name, dtype, inputs, operation, tolerance, null);
  }

  @Override
  public String toString() {
    return name + " of " + inputs + " " + dtype;
  }
}
