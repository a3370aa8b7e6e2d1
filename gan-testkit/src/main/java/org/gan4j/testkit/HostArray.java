package org.gan4j.testkit;

import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;

/** Numbers with a shape on the host, which tests send to backends and read from them. */
public final class HostArray {
  private final Shape shape;
  private final double[] values;

  private HostArray(Shape shape, double[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * Returns an array of these numbers.
   *
   * @param shape extents
   * @param values {@code shape.size()} numbers, row-major; copied
   * @return the array
   */
  public static HostArray of(Shape shape, double... values) {
    if (shape.size() != values.length) {
      throw Expect.failure("host array", shape.size() + " values for " + shape, values.length);
    }
    return new HostArray(shape, values.clone());
  }

  /**
   * Reads a tensor.
   *
   * @param tensor any tensor
   * @return its numbers
   */
  public static HostArray read(Tensor tensor) {
    return new HostArray(tensor.shape(), tensor.toDoubles());
  }

  /** {@return the extents} */
  public Shape shape() {
    return shape;
  }

  /** {@return a copy of the numbers} */
  public double[] values() {
    return values.clone();
  }

  /**
   * Returns one number.
   *
   * @param index its index in row-major order
   * @return the number
   */
  public double at(int index) {
    return values[index];
  }

  /** {@return how many numbers there are} */
  public int size() {
    return values.length;
  }

  /** {@return the absolute values} */
  public HostArray abs() {
    double[] absolute = values.clone();
    for (int i = 0; i < absolute.length; i++) {
      absolute[i] = Math.abs(absolute[i]);
    }
    return new HostArray(shape, absolute);
  }

  /**
   * Rounds to an element type.
   *
   * @param dtype the type
   * @return the nearest numbers of that type
   */
  public HostArray rounded(DType dtype) {
    double[] rounded = values.clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = dtype.round(rounded[i]);
    }
    return new HostArray(shape, rounded);
  }

  /**
   * Changes one number.
   *
   * @param index its index in row-major order
   * @param value the new number
   * @return a changed copy
   */
  public HostArray with(int index, double value) {
    double[] changed = values.clone();
    changed[index] = value;
    return new HostArray(shape, changed);
  }

  /**
   * Copies the numbers into a tensor.
   *
   * @param backend where the tensor lives
   * @param dtype element type
   * @return a tensor in the innermost scope
   */
  public Tensor on(Backend backend, DType dtype) {
    return backend.tensor(shape, dtype, values.clone());
  }

  /** {@return the shape} */
  @Override
  public String toString() {
    return "HostArray" + shape;
  }
}
