package org.gan4j.io.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * The elements of one tensor on the host, row-major, with the same bits as in a file. Immutable.
 *
 * <p>Two instances are equal if type, shape and every bit are equal, so −0.0 differs from 0.0 and
 * NaN payloads matter.
 */
public final class TensorData {
  /** The largest array that every JVM can allocate. */
  static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private final DType dtype;
  private final Shape shape;
  private final byte[] littleEndian;

  private TensorData(DType dtype, Shape shape, byte[] littleEndian) {
    this.dtype = dtype;
    this.shape = shape;
    this.littleEndian = littleEndian;
  }

  /**
   * Copies single precision elements.
   *
   * @param shape the tensor's shape
   * @param values the elements, row-major
   * @return the tensor, FLOAT32
   * @throws IllegalArgumentException if the number of elements does not fit the shape, or they take
   *     2 GiB
   */
  public static TensorData of(Shape shape, float[] values) {
    TensorData data = zeros(DType.FLOAT32, shape, values.length);
    data.buffer().asFloatBuffer().put(values);
    return data;
  }

  /**
   * Copies double precision elements.
   *
   * @param shape the tensor's shape
   * @param values the elements, row-major
   * @return the tensor, FLOAT64
   * @throws IllegalArgumentException if the number of elements does not fit the shape, or they take
   *     2 GiB
   */
  public static TensorData of(Shape shape, double[] values) {
    TensorData data = zeros(DType.FLOAT64, shape, values.length);
    data.buffer().asDoubleBuffer().put(values);
    return data;
  }

  /** Takes over the array, whose length fits the shape. */
  static TensorData owning(DType dtype, Shape shape, byte[] littleEndian) {
    return new TensorData(dtype, shape, littleEndian);
  }

  private static TensorData zeros(DType dtype, Shape shape, int length) {
    if (shape.size() != length) {
      throw Expect.failure(
          "TensorData",
          shape.size() + " values for shape " + shape,
          length,
          "pass one value per element");
    }
    long bytes = (long) length * dtype.bytes();
    if (bytes > MAX_BYTES) {
      throw Expect.failure(
          "TensorData", "at most " + MAX_BYTES + " bytes", bytes, "split the tensor");
    }
    return new TensorData(dtype, shape, new byte[(int) bytes]);
  }

  /** {@return the element type} */
  public DType dtype() {
    return dtype;
  }

  /** {@return the shape} */
  public Shape shape() {
    return shape;
  }

  /**
   * {@return a copy of the elements, row-major}
   *
   * @throws IllegalStateException if the element type is not FLOAT32
   */
  public float[] floats() {
    require(DType.FLOAT32, "floats", "doubles");
    float[] values = new float[littleEndian.length / Float.BYTES];
    buffer().asFloatBuffer().get(values);
    return values;
  }

  /**
   * {@return a copy of the elements, row-major}
   *
   * @throws IllegalStateException if the element type is not FLOAT64
   */
  public double[] doubles() {
    require(DType.FLOAT64, "doubles", "floats");
    double[] values = new double[littleEndian.length / Double.BYTES];
    buffer().asDoubleBuffer().get(values);
    return values;
  }

  private void require(DType expected, String method, String other) {
    if (dtype != expected) {
      throw new IllegalStateException(
          "TensorData.%s: expected %s, got %s; call %s()"
              .formatted(method, expected, dtype, other));
    }
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The elements as in the file; shared, so readers only. */
  byte[] littleEndian() {
    return littleEndian;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorData data
        && dtype == data.dtype
        && shape.equals(data.shape)
        && Arrays.equals(littleEndian, data.littleEndian);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * dtype.hashCode() + shape.hashCode()) + Arrays.hashCode(littleEndian);
  }

  /** {@return type and shape, for example {@code FLOAT32[64, 784]}} */
  @Override
  public String toString() {
    return dtype + shape.toString();
  }
}
