package org.gan4j.nd4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Storage;
import org.gan4j.core.backend.Access;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Row-major elements in an ND4J array of rank 1, the form that ND4J's operations handle most
 * consistently, and the same memory as a matrix for operations that need one.
 */
final class Nd4jArray implements Storage {
  private final Access access;
  private final DType dtype;
  private final INDArray flat;
  private INDArray matrix;

  Nd4jArray(Access access, INDArray flat) {
    this.access = access;
    this.flat = flat;
    this.dtype = dtype(flat.dataType());
  }

  private static DType dtype(DataType type) {
    return switch (type) {
      case FLOAT -> DType.FLOAT32;
      case DOUBLE -> DType.FLOAT64;
      default ->
          throw Expect.failure("nd4j", "FLOAT or DOUBLE elements", type, "cast them with castTo");
    };
  }

  private static DataType type(DType dtype) {
    return switch (dtype) {
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT64 -> DataType.DOUBLE;
    };
  }

  /**
   * Returns new memory with arbitrary content; ND4J has no empty arrays that all operations accept.
   */
  static Nd4jArray allocate(Access access, DType dtype, long elements) {
    long[] shape = {Math.max(1, elements)};
    return new Nd4jArray(access, Nd4j.createUninitializedDetached(type(dtype), 'c', shape));
  }

  /** {@return the access of the backend instance that this belongs to} */
  Access access() {
    return access;
  }

  DType dtype() {
    return dtype;
  }

  long bytes() {
    return flat.length() * dtype.bytes();
  }

  /** {@return all elements as an array of rank 1} */
  INDArray flat() {
    access.check();
    return flat;
  }

  /** {@return the elements as a row-major matrix; the latest form is cached} */
  INDArray matrix(long rows, long columns) {
    access.check();
    if (matrix == null || matrix.size(0) != rows || matrix.size(1) != columns) {
      matrix = flat.reshape('c', rows, columns);
    }
    return matrix;
  }

  /** {@return some of the elements, in the same memory} */
  Nd4jArray slice(long from, long to) {
    return new Nd4jArray(access, flat().get(NDArrayIndex.interval(from, to)));
  }

  void close() {
    flat.close();
  }

  @Override
  public void read(float[] destination) {
    finish();
    switch (dtype) {
      case FLOAT32 -> copyTo(destination);
      case FLOAT64 -> {
        double[] all = new double[destination.length];
        copyTo(all);
        for (int i = 0; i < all.length; i++) {
          destination[i] = (float) all[i];
        }
      }
    }
  }

  @Override
  public void read(double[] destination) {
    finish();
    readFinished(destination);
  }

  /** Like {@link #read(double[])}, for a caller that has already waited for pending work. */
  void readFinished(double[] destination) {
    switch (dtype) {
      case FLOAT32 -> {
        float[] all = new float[destination.length];
        copyTo(all);
        for (int i = 0; i < all.length; i++) {
          destination[i] = all[i];
        }
      }
      case FLOAT64 -> copyTo(destination);
    }
  }

  /** Copies host numbers in, rounding them where the element type is FLOAT32. */
  void write(double[] source) {
    finish();
    switch (dtype) {
      case FLOAT32 -> {
        float[] rounded = new float[source.length];
        for (int i = 0; i < rounded.length; i++) {
          rounded[i] = (float) source[i];
        }
        copyFrom(rounded);
      }
      case FLOAT64 -> copyFrom(source);
    }
  }

  /** Copies host numbers in. */
  void write(float[] source) {
    finish();
    switch (dtype) {
      case FLOAT32 -> copyFrom(source);
      case FLOAT64 -> {
        double[] widened = new double[source.length];
        for (int i = 0; i < widened.length; i++) {
          widened[i] = source[i];
        }
        copyFrom(widened);
      }
    }
  }

  private void copyTo(float[] destination) {
    if (destination.length > 0) {
      new FloatPointer(onHost()).get(destination);
    }
  }

  private void copyTo(double[] destination) {
    if (destination.length > 0) {
      new DoublePointer(onHost()).get(destination);
    }
  }

  private void copyFrom(float[] source) {
    if (source.length > 0) {
      new FloatPointer(onHost()).put(source);
      Nd4j.getAffinityManager().tagLocation(flat, AffinityManager.Location.HOST);
    }
  }

  private void copyFrom(double[] source) {
    if (source.length > 0) {
      new DoublePointer(onHost()).put(source);
      Nd4j.getAffinityManager().tagLocation(flat, AffinityManager.Location.HOST);
    }
  }

  /** Waits until all pending work is done. */
  private void finish() {
    access.check();
    Nd4j.getExecutioner().commit();
  }

  /** {@return the host address of the first element} */
  private Pointer onHost() {
    Nd4j.getAffinityManager().ensureLocation(flat, AffinityManager.Location.HOST);
    return flat.data().addressPointer();
  }
}
