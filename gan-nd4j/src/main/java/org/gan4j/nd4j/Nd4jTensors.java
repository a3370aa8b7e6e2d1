package org.gan4j.nd4j;

import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Storage;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Converts between tensors of the {@code nd4j} backend and ND4J arrays without copying.
 *
 * <pre>{@code
 * try (Backend backend = Backends.open("nd4j"); Tape tape = Tape.on(backend)) {
 *   Tensor x = Nd4jTensors.wrap(backend, array);           // no copy
 *   Var y = tape.constant(x).tanh();
 *   INDArray result = Nd4jTensors.view(y.value()).dup();   // dup() to keep it past the tape
 * }
 * }</pre>
 */
public final class Nd4jTensors {
  private Nd4jTensors() {}

  /**
   * Returns an ND4J array as a tensor that shares its memory. The tensor ends with the innermost
   * open tape; until then, the array must not be changed or closed.
   *
   * @param backend an open {@code nd4j} backend of the calling thread, with an open tape
   * @param array FLOAT or DOUBLE, row-major without gaps, with at least one element
   * @return a tensor of the same shape and element type
   * @throws IllegalArgumentException if the array or the backend does not qualify
   */
  public static Tensor wrap(Backend backend, INDArray array) {
    if (!(backend instanceof Nd4jBackend nd4j)) {
      throw Expect.failure(
          "Nd4jTensors.wrap", "a backend opened as 'nd4j'", "'" + backend.name() + "'");
    }
    DataType type = array.dataType();
    boolean number = type == DataType.FLOAT || type == DataType.DOUBLE;
    if (!number || array.isEmpty() || !rowMajor(array)) {
      throw Expect.failure(
          "Nd4jTensors.wrap",
          "FLOAT or DOUBLE elements in row-major order without gaps",
          array.shapeInfoToString(),
          "copy it with castTo(…) and dup('c')");
    }
    // Without an array for the extents, reshape('c', n) takes 'c' for an extent of 99.
    INDArray flat = array.reshape('c', new long[] {array.length()});
    return nd4j.wrap(Shape.of(ints(array.shape())), flat);
  }

  /**
   * Returns a tensor as an ND4J array that shares its memory. After the tensor has ended, the
   * memory is reused for other numbers; copy them with {@code dup()} to keep them. Writing to the
   * array changes the tensor, which the rest of the framework takes to be immutable; write only to
   * tensors that you created.
   *
   * @param tensor a live tensor of an {@code nd4j} backend, with at least one element
   * @return a row-major array of the same shape and element type
   * @throws IllegalArgumentException if the tensor belongs to another backend or is empty
   */
  public static INDArray view(Tensor tensor) {
    Storage storage = tensor.storage();
    if (!(storage instanceof Nd4jArray array)) {
      throw Expect.failure(
          "Nd4jTensors.view",
          "a tensor of the nd4j backend",
          "storage of " + storage.getClass().getName(),
          "copy it with Nd4j.createFromArray(tensor.toFloats())");
    }
    if (tensor.shape().size() == 0) {
      throw Expect.failure("Nd4jTensors.view", "at least one element", "shape " + tensor.shape());
    }
    return array.flat().reshape('c', longs(tensor.shape().dims()));
  }

  /** Extents of 1 may have any stride. */
  private static boolean rowMajor(INDArray array) {
    long expected = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      if (array.size(axis) != 1 && array.stride(axis) != expected) {
        return false;
      }
      expected *= array.size(axis);
    }
    return true;
  }

  private static int[] ints(long[] extents) {
    int[] narrow = new int[extents.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = Math.toIntExact(extents[i]);
    }
    return narrow;
  }

  private static long[] longs(int[] extents) {
    long[] wide = new long[extents.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = extents[i];
    }
    return wide;
  }
}
