package org.gan4j.core.backend;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;

/**
 * Checks the operands of each operation and returns the result's shape: one place and one wording
 * for every backend.
 */
public final class OperandChecks {
  private OperandChecks() {}

  /**
   * Checks the number of host values.
   *
   * @param shape the tensor's shape
   * @param values how many values were given
   */
  public static void host(Shape shape, int values) {
    if (shape.size() != values) {
      throw Expect.failure("tensor", shape.size() + " values for shape " + shape, values);
    }
  }

  /**
   * Checks the factors of a product.
   *
   * @param a left factor
   * @param transposeA whether it is transposed
   * @param b right factor
   * @param transposeB whether it is transposed
   * @return the product's shape
   */
  public static Shape gemm(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
    sameType("gemm", a, b);
    if (a.shape().rank() != 2
        || b.shape().rank() != 2
        || a.shape().dim(transposeA ? 0 : 1) != b.shape().dim(transposeB ? 1 : 0)) {
      throw Expect.failure(
          "gemm",
          "matrices with equal inner extents",
          factor(a, transposeA) + " · " + factor(b, transposeB));
    }
    return Shape.of(a.shape().dim(transposeA ? 1 : 0), b.shape().dim(transposeB ? 0 : 1));
  }

  private static String factor(Tensor tensor, boolean transposed) {
    return tensor.shape() + (transposed ? "ᵀ" : "");
  }

  /**
   * Checks the operands of a dense layer.
   *
   * @param x the batch
   * @param w the weights
   * @param bias the bias or null
   * @return the output's shape
   */
  public static Shape dense(Tensor x, Tensor w, Tensor bias) {
    Shape product = gemm(x, false, w, true);
    if (bias != null) {
      sameType("dense", x, bias);
      if (bias.shape().rank() != 1 || bias.shape().dim(0) != product.dim(1)) {
        throw mismatch("dense", "a bias [" + product.dim(1) + "]", product, bias.shape());
      }
    }
    return product;
  }

  /**
   * Checks that two tensors have the same shape and type.
   *
   * @param where the operation
   * @param a one tensor
   * @param b the other
   */
  public static void same(String where, Tensor a, Tensor b) {
    sameType(where, a, b);
    if (!a.shape().equals(b.shape())) {
      throw mismatch(where, "equal shapes", a.shape(), b.shape());
    }
  }

  /**
   * Checks a matrix and a row.
   *
   * @param x the matrix
   * @param row the row
   */
  public static void row(Tensor x, Tensor row) {
    sameType("addRow", x, row);
    if (x.shape().rank() != 2
        || row.shape().rank() != 1
        || row.shape().dim(0) != x.shape().dim(1)) {
      throw mismatch("addRow", "a matrix [n, c] and a row [c]", x.shape(), row.shape());
    }
  }

  /**
   * Checks the operand of {@link Backend#columnMoments}.
   *
   * @param x the matrix
   * @return its number of rows
   */
  public static int columnMoments(Tensor x) {
    Shape shape = matrix("columnMoments", x);
    Expect.that(shape.dim(0) > 0, "columnMoments", "at least one row", "shape " + shape);
    return shape.dim(0);
  }

  /**
   * Checks the operands of batch norm.
   *
   * @param x the matrix
   * @param moments mean and variance
   * @param others weight and bias
   */
  public static void batchNorm(Tensor x, List<Tensor> moments, List<Tensor> others) {
    Shape shape = matrix("batchNorm", x);
    Expect.that(moments.size() == 2, "batchNorm", "a mean and a variance", moments.size());
    for (Tensor row : Stream.concat(moments.stream(), others.stream()).toList()) {
      sameType("batchNorm", x, row);
      if (!row.shape().equals(Shape.of(shape.dim(1)))) {
        throw mismatch("batchNorm", "a matrix [n, c] and rows [c]", shape, row.shape());
      }
    }
  }

  /**
   * Checks a matrix and a column.
   *
   * @param x the matrix
   * @param column one element per row
   */
  public static void column(Tensor x, Tensor column) {
    sameType("scaleRows", x, column);
    if (x.shape().rank() != 2 || !column.shape().equals(Shape.of(x.shape().dim(0), 1))) {
      throw mismatch("scaleRows", "a matrix [n, c] and a column [n, 1]", x.shape(), column.shape());
    }
  }

  /**
   * Checks that a tensor is a matrix.
   *
   * @param where the operation
   * @param x the tensor
   * @return its shape
   */
  public static Shape matrix(String where, Tensor x) {
    if (x.shape().rank() != 2) {
      throw Expect.failure(where, "a matrix [n, c]", "shape " + x.shape());
    }
    return x.shape();
  }

  /**
   * Checks the operand of a broadcast.
   *
   * @param where the operation
   * @param x the tensor
   * @param expected the shape that it must have
   */
  public static void repeatable(String where, Tensor x, Shape expected) {
    if (!x.shape().equals(expected)) {
      throw Expect.failure(where, "shape " + expected, x.shape());
    }
  }

  /**
   * Checks a range of rows.
   *
   * @param x the tensor
   * @param from first row
   * @param to row after the last
   * @return the slice's shape
   */
  public static Shape slice(Tensor x, int from, int to) {
    if (x.shape().rank() == 0 || from < 0 || to < from || to > x.shape().rows()) {
      throw Expect.failure(
          "sliceRows",
          "0 <= from <= to <= rows",
          "from " + from + " to " + to + " of shape " + x.shape());
    }
    return x.shape().withRows(to - from);
  }

  /**
   * Checks tensors to concatenate.
   *
   * @param parts the tensors
   * @return the result's shape
   */
  public static Shape concat(List<Tensor> parts) {
    Expect.that(!parts.isEmpty(), "concatRows", "at least one tensor", "none");
    Tensor first = parts.get(0);
    int rows = 0;
    for (Tensor part : parts) {
      sameType("concatRows", first, part);
      if (part.shape().rank() == 0 || !part.shape().withRows(0).equals(first.shape().withRows(0))) {
        throw mismatch("concatRows", "rows of equal shape", first.shape(), part.shape());
      }
      rows += part.shape().rows();
    }
    return first.shape().withRows(rows);
  }

  /**
   * Checks that states and the tensors written to them agree.
   *
   * @param where the operation
   * @param value the tensor
   * @param targets the states
   */
  public static void update(String where, Tensor value, State... targets) {
    for (State target : targets) {
      if (!target.shape().equals(value.shape()) || target.dtype() != value.dtype()) {
        throw Expect.failure(
            where,
            target.shape() + " " + target.dtype() + " like the state",
            value.shape() + " " + value.dtype());
      }
    }
  }

  static void sameType(String where, Tensor a, Tensor b) {
    DType left = a.dtype();
    DType right = b.dtype();
    if (left != right) {
      throw Expect.failure(where, "operands of one element type", List.of(left, right));
    }
  }

  private static IllegalArgumentException mismatch(
      String where, String expected, Shape a, Shape b) {
    return Expect.failure(where, expected, a + " and " + b);
  }
}
