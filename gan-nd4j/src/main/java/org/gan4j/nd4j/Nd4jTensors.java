package org.gan4j.nd4j;

import org.gan4j.core.Shape;
import org.gan4j.core.Storage;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tensors of the {@code nd4j} backend as ND4J arrays and back, in the same memory.
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
   * Returns an ND4J array as a tensor that shares its memory. The array must not be changed or
   * closed before the innermost open tape is closed, with which the tensor ends.
   *
   * @param backend an open {@code nd4j} backend of the calling thread, with an open tape
   * @param array FLOAT or DOUBLE, row-major without gaps, with at least one element
   * @return a tensor of the same shape and element type
   * @throws IllegalArgumentException if the array or the backend is of another kind
   */
  public static Tensor wrap(Backend backend, INDArray array) {
    if (!(backend instanceof Nd4jBackend nd4j)) {
      throw new IllegalArgumentException(
          "Nd4jTensors.wrap: expected a backend opened as 'nd4j', got '" + backend.name() + "'");
    }
    DataType type = array.dataType();
    boolean number = type == DataType.FLOAT || type == DataType.DOUBLE;
    if (!number || array.isEmpty() || !rowMajor(array)) {
      throw new IllegalArgumentException(
          "Nd4jTensors.wrap: expected FLOAT or DOUBLE elements in row-major order without gaps,"
              + " got "
              + array.shapeInfoToString()
              + "; copy it with castTo(…) and dup('c')");
    }
    // With one extent that is not an array, reshape takes 'c' for an extent of 99.
    INDArray flat = array.reshape('c', new long[] {array.length()});
    return nd4j.wrap(Shape.of(ints(array.shape())), flat);
  }

  /**
   * Returns a tensor as an ND4J array that shares its memory. Once the tensor has ended, the array
   * holds other numbers; {@code dup()} keeps them. Writing to the array changes the tensor, which
   * nothing else may do: do not, except to numbers of your own.
   *
   * @param tensor a live tensor of an {@code nd4j} backend, with at least one element
   * @return a row-major array of the same shape and element type
   * @throws IllegalArgumentException if the tensor is another backend's, or empty
   */
  public static INDArray view(Tensor tensor) {
    Storage storage = tensor.storage();
    if (!(storage instanceof Nd4jArray array)) {
      throw new IllegalArgumentException(
          "Nd4jTensors.view: expected a tensor of the nd4j backend, got storage of "
              + storage.getClass().getName()
              + "; copy it with Nd4j.createFromArray(tensor.toFloats())");
    }
    if (tensor.shape().size() == 0) {
      throw new IllegalArgumentException(
          "Nd4jTensors.view: expected at least one element, got shape " + tensor.shape());
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
