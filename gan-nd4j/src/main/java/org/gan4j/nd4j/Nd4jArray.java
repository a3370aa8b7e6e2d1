package org.gan4j.nd4j;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.core.DType;
import org.gan4j.core.Storage;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Row-major elements in an ND4J array of rank 1, which is what ND4J's operations agree on best, and
 * the same memory as a matrix for those that need one.
 */
final class Nd4jArray implements Storage {
  private final Nd4jBackend owner;
  private final DType dtype;
  private final INDArray flat;
  private INDArray matrix;

  Nd4jArray(Nd4jBackend owner, INDArray flat) {
    this.owner = owner;
    this.flat = flat;
    this.dtype = flat.dataType() == DataType.FLOAT ? DType.FLOAT32 : DType.FLOAT64;
  }

  /** Returns new memory with arbitrary content; ND4J has no empty arrays that all calls take. */
  static Nd4jArray allocate(Nd4jBackend owner, DType dtype, long elements) {
    DataType type = dtype == DType.FLOAT32 ? DataType.FLOAT : DataType.DOUBLE;
    long[] shape = {Math.max(1, elements)};
    return new Nd4jArray(owner, Nd4j.createUninitializedDetached(type, 'c', shape));
  }

  Nd4jBackend owner() {
    return owner;
  }

  DType dtype() {
    return dtype;
  }

  long bytes() {
    return flat.length() * dtype.bytes();
  }

  /** {@return all elements as an array of rank 1} */
  INDArray flat() {
    owner.checkOpen();
    return flat;
  }

  /** {@return the elements as a row-major matrix; the last form asked for is kept} */
  INDArray matrix(long rows, long columns) {
    owner.checkOpen();
    if (matrix == null || matrix.size(0) != rows || matrix.size(1) != columns) {
      matrix = flat.reshape('c', rows, columns);
    }
    return matrix;
  }

  /** {@return some of the elements, in the same memory} */
  Nd4jArray slice(long from, long to) {
    return new Nd4jArray(owner, flat().get(NDArrayIndex.interval(from, to)));
  }

  void close() {
    flat.close();
  }

  @Override
  public void read(float[] destination) {
    if (dtype == DType.FLOAT32) {
      if (destination.length > 0) {
        new FloatPointer(onHost()).get(destination);
      }
      return;
    }
    double[] all = new double[destination.length];
    read(all);
    for (int i = 0; i < all.length; i++) {
      destination[i] = (float) all[i];
    }
  }

  @Override
  public void read(double[] destination) {
    if (dtype == DType.FLOAT64) {
      if (destination.length > 0) {
        new DoublePointer(onHost()).get(destination);
      }
      return;
    }
    float[] all = new float[destination.length];
    read(all);
    for (int i = 0; i < all.length; i++) {
      destination[i] = all[i];
    }
  }

  /** Copies host numbers in, rounding them where the element type is FLOAT32. */
  void write(double[] source) {
    if (dtype == DType.FLOAT32) {
      float[] rounded = new float[source.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = (float) source[i];
      }
      write(rounded);
    } else if (source.length > 0) {
      new DoublePointer(onHost()).put(source);
      written();
    }
  }

  /** Copies host numbers in. */
  void write(float[] source) {
    if (dtype == DType.FLOAT64) {
      double[] widened = new double[source.length];
      for (int i = 0; i < widened.length; i++) {
        widened[i] = source[i];
      }
      write(widened);
    } else if (source.length > 0) {
      new FloatPointer(onHost()).put(source);
      written();
    }
  }

  /** {@return where the first element lies on the host, once all pending work is done} */
  private Pointer onHost() {
    owner.checkOpen();
    Nd4j.getExecutioner().commit();
    Nd4j.getAffinityManager().ensureLocation(flat, AffinityManager.Location.HOST);
    return flat.data().addressPointer();
  }

  private void written() {
    Nd4j.getAffinityManager().tagLocation(flat, AffinityManager.Location.HOST);
  }
}
