package org.gan4j.core;

import java.util.Objects;

/**
 * An immutable handle to numbers that a backend owns: a shape, an element type and storage.
 *
 * <p>A tensor lives as long as its lease: one created on a tape ends with the tape, one read from a
 * parameter ends with the parameter's next update. Using it after that, or from another thread than
 * the backend's, is an {@link IllegalStateException}, never stale numbers.
 */
public final class Tensor {
  private final Shape shape;
  private final DType dtype;
  private final Storage storage;
  private final Lease lease;

  /**
   * Wraps storage; backends call this.
   *
   * @param shape extents, row-major
   * @param dtype element type
   * @param storage the backend's memory, at least {@code shape.size()} elements
   * @param lease says how long the numbers are valid
   */
  public Tensor(Shape shape, DType dtype, Storage storage, Lease lease) {
    this.shape = Objects.requireNonNull(shape);
    this.dtype = Objects.requireNonNull(dtype);
    this.storage = Objects.requireNonNull(storage);
    this.lease = Objects.requireNonNull(lease);
  }

  /** {@return the extents} */
  public Shape shape() {
    return shape;
  }

  /** {@return the element type} */
  public DType dtype() {
    return dtype;
  }

  /**
   * {@return the backend's memory}
   *
   * @throws IllegalStateException if the lease has ended, or belongs to another thread
   */
  public Storage storage() {
    lease.check();
    return storage;
  }

  /**
   * Returns the same numbers in another shape, without a copy.
   *
   * @param other a shape of the same size
   * @return a tensor that shares storage and lease
   * @throws IllegalArgumentException if the sizes differ
   */
  public Tensor reshape(Shape other) {
    if (other.size() != shape.size()) {
      throw Expect.failure(
          "reshape", "a shape of " + shape.size() + " elements like " + shape, other);
    }
    return new Tensor(other, dtype, storage, lease);
  }

  /**
   * {@return a copy of the elements in row-major order, as floats}
   *
   * @throws IllegalStateException if the tensor has ended, or belongs to another thread
   */
  public float[] toFloats() {
    float[] host = new float[shape.length()];
    storage().read(host);
    return host;
  }

  /**
   * {@return a copy of the elements in row-major order, as doubles}
   *
   * @throws IllegalStateException if the tensor has ended, or belongs to another thread
   */
  public double[] toDoubles() {
    double[] host = new double[shape.length()];
    storage().read(host);
    return host;
  }

  /**
   * {@return the only element}
   *
   * @throws IllegalStateException if there is not exactly one element, or the tensor has ended or
   *     belongs to another thread
   */
  public double item() {
    if (shape.size() != 1) {
      throw new IllegalStateException("item: expected one element, got shape " + shape);
    }
    double[] one = new double[1];
    storage().read(one);
    return one[0];
  }

  /** {@return shape and element type, without reading the numbers} */
  @Override
  public String toString() {
    return "Tensor" + shape + " " + dtype;
  }
}
