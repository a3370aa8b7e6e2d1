package org.gan4j.speed.workload;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.random.Rng;

/**
 * The operations of a backend that pass over a matrix [n, c] a few times, so that memory is their
 * limit. Each says how many matrices it reads and writes, and how many operations it needs for an
 * element; an exponential or a hyperbolic tangent counts as one. Rows, columns and scalars do not
 * count.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum MemoryPass {
  /** A copy, the ceiling of all others. */
  COPY(0, 2, in -> copy(in)),
  /** Leaky ReLU. */
  LEAKY_RELU(2, 2, in -> tape -> one(in.backend().activation(Activation.leakyRelu(0.2), in.x()))),
  /** The hyperbolic tangent. */
  TANH(1, 2, in -> tape -> one(in.backend().activation(Activation.TANH, in.x()))),
  /** The logistic function. */
  SIGMOID(3, 2, in -> tape -> one(in.backend().activation(Activation.SIGMOID, in.x()))),
  /** log(1 + eˣ), in the losses. */
  SOFTPLUS(3, 2, in -> tape -> one(in.backend().activation(Activation.SOFTPLUS, in.x()))),
  /** The gradient through leaky ReLU, with the bias's gradient. */
  LEAKY_RELU_BACKWARD(3, 3, in -> tape -> backward(in, Activation.leakyRelu(0.2))),
  /** The gradient through tanh, with the bias's gradient. */
  TANH_BACKWARD(4, 3, in -> tape -> backward(in, Activation.TANH)),
  /** The square. */
  SQUARE(1, 2, in -> tape -> one(in.backend().unary(UnaryOp.SQUARE, in.x()))),
  /** A sum of two matrices. */
  ADD(1, 3, in -> tape -> one(in.backend().binary(BinaryOp.ADD, in.x(), in.y()))),
  /** An elementwise product. */
  MULTIPLY(1, 3, in -> tape -> one(in.backend().binary(BinaryOp.MULTIPLY, in.x(), in.y()))),
  /** A multiple plus a constant. */
  AFFINE(2, 2, in -> tape -> one(in.backend().affine(in.x(), 0.5, 0.25))),
  /** A row added to every row. */
  ADD_ROW(1, 2, in -> tape -> one(in.backend().addRow(in.x(), in.row()))),
  /** Each row times its own factor. */
  SCALE_ROWS(1, 2, in -> tape -> one(in.backend().scaleRows(in.x(), in.column()))),
  /** The dot products of rows, for the norms of input gradients. */
  ROW_DOTS(2, 2, in -> tape -> one(in.backend().rowDots(in.x(), in.y()))),
  /** The sum of all elements. */
  SUM(1, 1, in -> tape -> one(in.backend().sum(in.x()))),
  /** The sum of each column. */
  COLUMN_SUMS(1, 1, in -> tape -> one(in.backend().columnSums(in.x()))),
  /** The sum of each row. */
  ROW_SUMS(1, 1, in -> tape -> one(in.backend().rowSums(in.x()))),
  /** The largest element of each row. */
  ROW_MAX(1, 1, in -> tape -> one(in.backend().rowMax(in.x()))),
  /** The sum of squares, for norms. */
  SUM_OF_SQUARES(2, 1, in -> tape -> one(in.backend().sumsOfSquares(List.of(in.x())))),
  /** Mean and variance of each column, for batch norm. */
  COLUMN_MOMENTS(3, 1, in -> tape -> in.backend().columnMoments(in.x())),
  /** Batch norm, with moments that are there. */
  BATCH_NORM(4, 2, in -> batchNorm(in)),
  /** The gradients of batch norm by the matrix, the weight and the bias. */
  BATCH_NORM_BACKWARD(10, 3, in -> batchNormBackward(in)),
  /** An update by Adam: parameter, gradient and both moments in one pass. */
  ADAM(12, 7, in -> adam(in));

  private static final long STEP = 10;
  private static final double EPSILON = 1e-5;

  private final int flopPerElement;
  private final int matrices;
  private final Function<Inputs, Operation> prepare;

  MemoryPass(int flopPerElement, int matrices, Function<Inputs, Operation> prepare) {
    this.flopPerElement = flopPerElement;
    this.matrices = matrices;
    this.prepare = prepare;
  }

  /** What an operation may read: matrices [n, c], a row [c] and a column [n, 1]. */
  record Inputs(Backend backend, Tensor x, Tensor y, Tensor row, Tensor column) {
    static Inputs of(Backend backend, int rows, int columns) {
      return new Inputs(
          backend,
          Operands.tensor(backend, "x", rows, columns),
          Operands.tensor(backend, "y", rows, columns),
          Operands.tensor(backend, "row", columns),
          Operands.tensor(backend, "column", rows, 1));
    }
  }

  /** {@return the operation, ready to run} */
  Operation on(Inputs inputs) {
    return prepare.apply(inputs);
  }

  int flopPerElement() {
    return flopPerElement;
  }

  int matrices() {
    return matrices;
  }

  /** {@return the name, such as {@code leaky-relu}} */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Tensor> one(Tensor result) {
    return List.of(result);
  }

  private static List<Tensor> backward(Inputs in, Activation activation) {
    return in.backend().activationBackward(activation, in.x(), in.y(), true);
  }

  private static Operation batchNorm(Inputs in) {
    List<Tensor> moments = in.backend().columnMoments(in.x());
    return tape -> one(in.backend().batchNorm(in.x(), moments, EPSILON, in.row(), in.row()));
  }

  private static Operation batchNormBackward(Inputs in) {
    List<Tensor> moments = in.backend().columnMoments(in.x());
    return tape -> in.backend().batchNormBackward(in.x(), moments, EPSILON, in.row(), in.y());
  }

  private static Operation copy(Inputs in) {
    State target = state(in, "copy");
    return tape -> {
      in.backend().assign(target, in.x());
      return List.of(target.read());
    };
  }

  private static Operation adam(Inputs in) {
    State parameter = state(in, "parameter");
    State m = state(in, "m");
    State v = in.backend().state(in.x().shape(), in.x().dtype(), squares(in.x().shape()));
    AdamStep step = new AdamStep(2e-4, 0.5, 0.999, 1e-8, STEP);
    return tape -> {
      in.backend().adam(parameter, in.x(), m, v, step);
      return List.of(parameter.read(), m.read(), v.read());
    };
  }

  private static State state(Inputs in, String name) {
    Shape shape = in.x().shape();
    return in.backend().state(shape, in.x().dtype(), Operands.values(name, shape));
  }

  /** A second moment is not negative. */
  private static double[] squares(Shape shape) {
    var draws = Rng.ofSeed(3).stream("bench/v").at(0);
    double[] values = new double[shape.length()];
    for (int i = 0; i < values.length; i++) {
      double draw = draws.nextDouble();
      values[i] = draw * draw;
    }
    return values;
  }
}
