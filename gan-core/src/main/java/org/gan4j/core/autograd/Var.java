package org.gan4j.core.autograd;

import java.util.Arrays;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.backend.Window;

/**
 * A tensor on a tape. Every method computes at once and, if this or an operand is differentiable,
 * is recorded.
 *
 * <p>Binary operations take equal shapes, or a scalar on either side; {@link #add} and {@link
 * #subtract} also take a row {@code [c]} as the operand of a matrix {@code [n, c]}. Anything else
 * throws {@link IllegalArgumentException} with both shapes. Logarithms are natural.
 */
public final class Var {
  private final Tape tape;
  private final Tensor value;
  private final Node node;
  private final int id;

  Var(Tape tape, Tensor value, Node node, int id) {
    this.tape = tape;
    this.value = value;
    this.node = node;
    this.id = id;
  }

  /** {@return the tape that this variable lives on} */
  public Tape tape() {
    return tape;
  }

  /** {@return the numbers} */
  public Tensor value() {
    return value;
  }

  /** {@return the extents} */
  public Shape shape() {
    return value.shape();
  }

  /** {@return the element type} */
  public DType dtype() {
    return value.dtype();
  }

  /** {@return the only element, on the host} */
  public double item() {
    return value.item();
  }

  /** {@return whether this was watched, or computed from something that was} */
  public boolean differentiable() {
    return node != null;
  }

  /** {@return the same numbers as a constant: gradients stop here} */
  public Var detach() {
    return tape.constant(value);
  }

  Node node() {
    return node;
  }

  int id() {
    return id;
  }

  // Arithmetic

  /**
   * Adds.
   *
   * @param other equal shape, a scalar, or a row {@code [c]} if this is {@code [n, c]}
   * @return this + other
   */
  public Var add(Var other) {
    return isRowOf(other) ? apply(new AddRow(), this, other) : binary(BinaryOp.ADD, other);
  }

  /**
   * Subtracts.
   *
   * @param other equal shape, a scalar, or a row {@code [c]} if this is {@code [n, c]}
   * @return this − other
   */
  public Var subtract(Var other) {
    return isRowOf(other) ? add(other.negate()) : binary(BinaryOp.SUBTRACT, other);
  }

  /**
   * Multiplies element by element.
   *
   * @param other equal shape or a scalar
   * @return this ⊙ other
   */
  public Var multiply(Var other) {
    return binary(BinaryOp.MULTIPLY, other);
  }

  /**
   * Divides element by element.
   *
   * @param other equal shape or a scalar
   * @return this ⊘ other
   */
  public Var divide(Var other) {
    return binary(BinaryOp.DIVIDE, other);
  }

  /**
   * Adds a number.
   *
   * @param number the summand
   * @return this + number
   */
  public Var add(double number) {
    return apply(new Affine(1, number), this);
  }

  /**
   * Subtracts a number.
   *
   * @param number the subtrahend
   * @return this − number
   */
  public Var subtract(double number) {
    return add(-number);
  }

  /**
   * Multiplies by a number.
   *
   * @param number the factor
   * @return number · this
   */
  public Var multiply(double number) {
    return apply(new Affine(number, 0), this);
  }

  /** {@return −this} */
  public Var negate() {
    return apply(new Unary(UnaryOp.NEGATE), this);
  }

  /** {@return 1/this, element by element} */
  public Var reciprocal() {
    return apply(new Unary(UnaryOp.RECIPROCAL), this);
  }

  // Elementwise functions

  /** {@return eˣ} */
  public Var exp() {
    return apply(new Unary(UnaryOp.EXP), this);
  }

  /** {@return the natural logarithm} */
  public Var log() {
    return apply(new Unary(UnaryOp.LOG), this);
  }

  /** {@return the square root} */
  public Var sqrt() {
    return apply(new Unary(UnaryOp.SQRT), this);
  }

  /** {@return x²} */
  public Var square() {
    return apply(new Unary(UnaryOp.SQUARE), this);
  }

  /** {@return |x|, with derivative 0 at 0} */
  public Var abs() {
    return apply(new Unary(UnaryOp.ABS), this);
  }

  /** {@return −1, 0 or 1, with derivative 0} */
  public Var sign() {
    return apply(new Unary(UnaryOp.SIGN), this);
  }

  /** {@return log(1 + eˣ), stable for every x; its derivative is the sigmoid} */
  public Var softplus() {
    return activate(Activation.SOFTPLUS);
  }

  /** {@return 1/(1 + e⁻ˣ)} */
  public Var sigmoid() {
    return activate(Activation.SIGMOID);
  }

  /** {@return the hyperbolic tangent} */
  public Var tanh() {
    return activate(Activation.TANH);
  }

  /** {@return max(x, 0), with derivative 0 at 0} */
  public Var relu() {
    return activate(Activation.RELU);
  }

  /**
   * Applies a leaky ReLU.
   *
   * @param slope the slope below 0, in (0, 1)
   * @return max(x, slope · x)
   */
  public Var leakyRelu(double slope) {
    return activate(Activation.leakyRelu(slope));
  }

  /**
   * Applies an activation.
   *
   * @param activation the function
   * @return activation(this)
   */
  public Var activate(Activation activation) {
    return activation.kind() == Activation.Kind.IDENTITY
        ? this
        : apply(new ActivationForward(activation), this);
  }

  // Products

  /**
   * Multiplies matrices.
   *
   * @shape this [m, k], other [k, n]; result [m, n]
   * @param other the right factor
   * @return this · other
   */
  public Var matmul(Var other) {
    return matmul(false, other, false);
  }

  /**
   * Multiplies matrices, each transposed on request.
   *
   * @shape op(this) [m, k], op(other) [k, n]; result [m, n]
   * @param transposeThis whether to transpose this
   * @param other the right factor
   * @param transposeOther whether to transpose it
   * @return op(this) · op(other)
   */
  public Var matmul(boolean transposeThis, Var other, boolean transposeOther) {
    return apply(new MatMul(transposeThis, transposeOther), this, other);
  }

  /**
   * Applies a fully connected layer, fused.
   *
   * @shape this [n, in], weight [out, in], bias [out]; result [n, out]
   * @param weight the weights
   * @param bias the bias row
   * @param activation applied to each element
   * @return activation(this · weightᵀ + bias)
   */
  public Var dense(Var weight, Var bias, Activation activation) {
    return apply(new FusedDense(activation), this, weight, bias);
  }

  // Feature maps, channels last

  /**
   * Convolves maps with weights; as in PyTorch, the kernel is not flipped.
   *
   * @shape this [n, h, w, c], weight [out, kh·kw·c]; result [n, h', w', out]
   * @param weight the weights, each row in the order [kernel row, kernel column, channel]
   * @param window kernel, stride and padding
   * @return this ∗ weight
   */
  public Var conv2d(Var weight, Window window) {
    return Convolution.of(this, weight, window);
  }

  /**
   * Applies a convolutional layer, fused.
   *
   * @shape this [n, h, w, c], weight [out, kh·kw·c], bias [out]; result [n, h', w', out]
   * @param weight the weights, each row in the order [kernel row, kernel column, channel]
   * @param bias the bias of each output channel
   * @param window kernel, stride and padding
   * @param activation applied to each element
   * @return activation(this ∗ weight + bias)
   */
  public Var conv2d(Var weight, Var bias, Window window, Activation activation) {
    return apply(new FusedConvolution(window, activation), this, weight, bias);
  }

  /**
   * Applies the transposed convolution, the adjoint of {@link #conv2d(Var, Window)} by its maps.
   *
   * @shape this [n, h', w', out], weight [out, kh·kw·c]; result [n, height, width, c]
   * @param weight the weights, each row in the order [kernel row, kernel column, channel]
   * @param window kernel, stride and padding of the convolution
   * @param height the result's height, on which the window has h' positions
   * @param width the result's width, on which the window has w' positions
   * @return the enlarged maps
   */
  public Var convTranspose2d(Var weight, Window window, int height, int width) {
    return apply(new TransposedConvolution(window, height, width), this, weight);
  }

  /**
   * Applies a transposed convolutional layer, fused.
   *
   * @shape this [n, h', w', out], weight [out, kh·kw·c], bias [c]; result [n, height, width, c]
   * @param weight the weights, each row in the order [kernel row, kernel column, channel]
   * @param bias the bias of each channel of the result
   * @param window kernel, stride and padding of the convolution
   * @param height the result's height, on which the window has h' positions
   * @param width the result's width, on which the window has w' positions
   * @param activation applied to each element
   * @return the layer's output
   */
  public Var convTranspose2d(
      Var weight, Var bias, Window window, int height, int width, Activation activation) {
    return apply(
        new FusedTransposedConvolution(window, height, width, activation), this, weight, bias);
  }

  /**
   * Repeats each element of a map in a block (nearest-neighbour upsampling).
   *
   * @shape this [n, h, w, c]; result [n, h·height, w·width, c]
   * @param height a block's height
   * @param width a block's width
   * @return the enlarged maps
   */
  public Var upsample(int height, int width) {
    return apply(new RepeatBlocks(height, width), this);
  }

  /**
   * Returns the mean of each block of a map; blocks of the whole map give global average pooling.
   *
   * @shape this [n, h, w, c]; result [n, h/height, w/width, c]
   * @param height a block's height, a divisor of h
   * @param width a block's width, a divisor of w
   * @return the means
   */
  public Var averagePool(int height, int width) {
    return apply(new BlockMeans(height, width), this);
  }

  /**
   * Moves the maps of each sample by its own shift; zeros move in.
   *
   * @shape this [n, h, w, c]; result [n, h, w, c]
   * @param shifts one for each sample, at most h rows and w columns in either direction
   * @return the moved maps
   */
  public Var translate(List<Shift> shifts) {
    return apply(new Translation(shifts), this);
  }

  // Rows

  /**
   * Normalises each column over the rows, then scales and shifts it, fused: (x − μ)/√(σ² + ε) ⊙
   * weight + bias.
   *
   * @shape this [n, c], weight and bias [c]
   * @param weight the factor of each column
   * @param bias the summand of each column
   * @param epsilon added to the variance
   * @return the result with the moments of the columns
   */
  public BatchNormed batchNorm(Var weight, Var bias, double epsilon) {
    List<Tensor> moments = tape.backend().columnMoments(value);
    Var result = apply(new BatchNormForward(epsilon, moments), this, weight, bias);
    return new BatchNormed(result, moments.get(0), moments.get(1));
  }

  /**
   * Multiplies each row by its own factor.
   *
   * @shape this [n, c], factors [n, 1]; result [n, c]
   * @param factors one per row
   * @return the scaled rows
   */
  public Var scaleRows(Var factors) {
    return apply(new ScaleRows(), this, factors);
  }

  /**
   * Returns the dot product of each row with the same row of another matrix.
   *
   * @shape both [n, c]; result [n, 1]
   * @param other the other rows
   * @return the products; with itself, the squared norm of each sample
   */
  public Var rowDots(Var other) {
    return apply(new RowDots(), this, other);
  }

  // Sums

  /** {@return the sum of all elements, a scalar} */
  public Var sum() {
    return apply(new Sum(), this);
  }

  /** {@return the mean of all elements, a scalar} */
  public Var mean() {
    return sum().multiply(1.0 / shape().size());
  }

  /** {@return the sum of each column of a matrix {@code [n, c]}, a row {@code [c]}} */
  public Var columnSums() {
    return apply(new ColumnSums(), this);
  }

  /** {@return the sum of each row of a matrix {@code [n, c]}, a column {@code [n, 1]}} */
  public Var rowSums() {
    return apply(new RowSums(), this);
  }

  /**
   * Returns the logarithm of each row's sum of exponentials, the normaliser of a softmax. Each row
   * is shifted by its largest element first, so that no exponential overflows; the shift, 0 where
   * that element is not finite, is a constant for differentiation.
   *
   * @shape [n, c] to [n, 1]
   * @return log Σ exp of each row
   */
  public Var logSumExpRows() {
    Backend backend = tape.backend();
    Tensor maxima = backend.rowMax(value());
    Var shift = tape.constant(backend.unary(UnaryOp.FINITE_OR_ZERO, maxima));
    return subtract(shift.repeatColumn(shape().dim(1))).exp().rowSums().log().add(shift);
  }

  // Shape

  /**
   * Repeats a scalar.
   *
   * @param shape the result's shape
   * @return a tensor with this value everywhere
   */
  public Var broadcastTo(Shape shape) {
    return apply(new BroadcastScalar(shape), this);
  }

  /**
   * Repeats a row {@code [c]}.
   *
   * @param rows how many times
   * @return a matrix {@code [rows, c]}
   */
  public Var repeatRow(int rows) {
    return apply(new BroadcastRow(rows), this);
  }

  /**
   * Repeats a column {@code [n, 1]}.
   *
   * @param columns how many times
   * @return a matrix {@code [n, columns]}
   */
  public Var repeatColumn(int columns) {
    return apply(new BroadcastColumn(columns), this);
  }

  /**
   * Returns the same elements in another shape.
   *
   * @param shape a shape of equal size
   * @return the reshaped variable
   */
  public Var reshape(Shape shape) {
    return apply(new Reshaped(shape), this);
  }

  /**
   * Returns some of the rows.
   *
   * @param from the first
   * @param to the one after the last
   * @return {@code to - from} rows
   */
  public Var rows(int from, int to) {
    return apply(new SliceRows(from, to), this);
  }

  /**
   * Concatenates variables along the rows.
   *
   * @param parts at least one, with rows of one shape and all on one tape
   * @return all rows in order
   */
  public static Var concatRows(Var... parts) {
    Expect.that(parts.length > 0, "concatRows", "at least one variable", "none");
    return apply(new ConcatRows(), parts);
  }

  /**
   * Returns some of the columns, a range of the innermost extent: of maps, some channels.
   *
   * @param from the first
   * @param to the one after the last
   * @return {@code to - from} columns
   */
  public Var columns(int from, int to) {
    return apply(new SliceColumns(from, to), this);
  }

  /**
   * Concatenates variables along the columns, their innermost extent: of maps, the channels.
   *
   * @param parts at least one, with equal extents but for the innermost and all on one tape
   * @return all columns in order
   */
  public static Var concatColumns(Var... parts) {
    Expect.that(parts.length > 0, "concatColumns", "at least one variable", "none");
    return apply(new ConcatColumns(), parts);
  }

  static Var apply(Primitive primitive, Var... inputs) {
    return inputs[0].tape.apply(primitive, inputs).get(0);
  }

  private boolean isRowOf(Var other) {
    return shape().rank() == 2 && other.shape().rank() == 1;
  }

  private Var binary(BinaryOp op, Var other) {
    boolean scalarHere = shape().isScalar() && !other.shape().isScalar();
    boolean scalarThere = other.shape().isScalar() && !shape().isScalar();
    Var left = scalarHere ? broadcastTo(other.shape()) : this;
    Var right = scalarThere ? other.broadcastTo(shape()) : other;
    return apply(new Binary(op), left, right);
  }

  static List<Var> gradients(Var... gradients) {
    return Arrays.asList(gradients);
  }

  /** {@return shape and element type} */
  @Override
  public String toString() {
    return "Var" + shape() + " " + dtype() + (differentiable() ? "" : " constant");
  }
}
