package org.gan4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A custom operation of ND4J with its own context. A new context for each call would allocate
 * native memory that only the garbage collector frees, and cost several times the call itself. A
 * context that is kept retains a native handle for every array it was given, until it is purged.
 */
final class CustomCall {
  private final CustomOp op;
  private final OpContext context = Nd4j.getExecutioner().buildContext();

  CustomCall(CustomOp op) {
    this.op = op;
  }

  /** Sets arguments for all later calls. */
  CustomCall with(double[] numbers, long... integers) {
    context.setTArguments(numbers);
    context.setIArguments(integers);
    return this;
  }

  /** Computes into {@code result}. */
  void run(INDArray result, INDArray left, INDArray right) {
    try {
      context.setInputArray(0, left);
      context.setInputArray(1, right);
      context.setOutputArray(0, result);
      Nd4j.getExecutioner().exec(op, context);
    } finally {
      context.purge();
    }
  }

  void close() {
    context.purge();
  }
}
