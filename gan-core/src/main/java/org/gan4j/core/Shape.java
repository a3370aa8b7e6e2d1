package org.gan4j.core;

import java.util.Arrays;

/**
 * The extents of a tensor, outermost first; elements are stored in row-major order.
 *
 * <p>A scalar has rank 0, a bias row rank 1, a batch of vectors is {@code [n, features]}, and
 * logits are {@code [n, 1]}. Extents may be 0 (an empty batch).
 */
public final class Shape {
  private static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dims;
  private final long size;

  private Shape(int[] dims) {
    this.dims = dims;
    long product = 1;
    for (int dim : dims) {
      if (dim < 0) {
        throw Expect.failure("Shape", "extents >= 0", Arrays.toString(dims));
      }
      if (dim > 0 && product > Long.MAX_VALUE / dim) {
        throw Expect.failure("Shape", "fewer than 2^63 elements", Arrays.toString(dims));
      }
      product *= dim;
    }
    this.size = product;
  }

  /**
   * Returns the shape with these extents.
   *
   * @param dims extents, outermost first; none for a scalar
   * @return the shape
   * @throws IllegalArgumentException if an extent is negative
   */
  public static Shape of(int... dims) {
    return dims.length == 0 ? SCALAR : new Shape(dims.clone());
  }

  /** {@return the shape of a scalar, rank 0} */
  public static Shape scalar() {
    return SCALAR;
  }

  /** {@return the number of extents} */
  public int rank() {
    return dims.length;
  }

  /**
   * Returns one extent.
   *
   * @param axis 0 for the outermost
   * @return the extent
   */
  public int dim(int axis) {
    return dims[axis];
  }

  /** {@return a copy of the extents} */
  public int[] dims() {
    return dims.clone();
  }

  /** {@return the number of elements, 1 for a scalar} */
  public long size() {
    return size;
  }

  /**
   * Returns the number of elements where they have to fit into an array.
   *
   * @return the size
   * @throws IllegalArgumentException if there are more than 2^31 − 1
   */
  public int length() {
    return array(size, this);
  }

  private static int array(long elements, Object got) {
    if (elements > Integer.MAX_VALUE) {
      throw Expect.failure(
          "Shape", "at most 2147483647 elements, as many as an array holds", got + ", " + elements);
    }
    return (int) elements;
  }

  /** {@return whether this is the shape of a scalar} */
  public boolean isScalar() {
    return dims.length == 0;
  }

  /**
   * {@return the outermost extent, the number of samples of a batch}
   *
   * @throws IllegalStateException if the rank is 0
   */
  public int rows() {
    if (dims.length == 0) {
      throw new IllegalStateException("Shape.rows: a scalar has no rows");
    }
    return dims[0];
  }

  /**
   * {@return the number of elements in one row: the product of all extents but the outermost}
   *
   * @throws IllegalArgumentException if there are more than 2^31 − 1
   */
  public int columns() {
    long product = 1;
    for (int axis = 1; axis < dims.length; axis++) {
      product = array(product * dims[axis], this);
    }
    return (int) product;
  }

  /**
   * Returns this shape with another outermost extent.
   *
   * @param rows the new outermost extent
   * @return the shape {@code [rows, …]}
   */
  public Shape withRows(int rows) {
    rows();
    int[] changed = dims.clone();
    changed[0] = rows;
    return new Shape(changed);
  }

  /**
   * Returns this shape with another innermost extent.
   *
   * @param columns the new innermost extent
   * @return the shape {@code […, columns]}
   */
  public Shape withColumns(int columns) {
    rows();
    int[] changed = dims.clone();
    changed[dims.length - 1] = columns;
    return new Shape(changed);
  }

  /**
   * Returns this shape with one more extent, innermost.
   *
   * @param columns the new innermost extent
   * @return the shape {@code […this, columns]}
   */
  public Shape with(int columns) {
    int[] longer = Arrays.copyOf(dims, dims.length + 1);
    longer[dims.length] = columns;
    return new Shape(longer);
  }

  /**
   * Returns the shape of a batch of such elements.
   *
   * @param rows number of elements in the batch
   * @return the shape {@code [rows, …this]}
   */
  public Shape batch(int rows) {
    int[] batched = new int[dims.length + 1];
    batched[0] = rows;
    System.arraycopy(dims, 0, batched, 1, dims.length);
    return new Shape(batched);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /** {@return the extents in brackets, for example {@code [64, 784]}} */
  @Override
  public String toString() {
    return Arrays.toString(dims);
  }
}
