package org.gan4j.core.backend;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;

/**
 * Everything that a device must be able to do. An instance, its arena and its tensors belong to the
 * thread that opened it: calls from another thread throw {@link IllegalStateException}, and so do
 * host reads of its tensors. Only {@link #name}, {@link #threads} and {@link #dtype} may be called
 * from any thread.
 *
 * <p>Operations never modify their arguments and put results into the innermost open scope. All
 * operands of one call have one element type, unless the operation says otherwise. A backend may
 * run operations after their call has returned; {@link #sync} and host reads wait for them, and an
 * interrupt does not end the wait. Shape errors are {@link IllegalArgumentException}s that name the
 * operation and both shapes.
 */
public interface Backend extends AutoCloseable {
  /** {@return the provider's name, such as {@code cpu}} */
  String name();

  /** {@return how many threads compute} */
  int threads();

  /** {@return the element type of networks and batches built here; operations take both types} */
  DType dtype();

  /** {@return a new innermost scope of the arena} */
  Scope openScope();

  /** {@return bytes of device memory reserved so far, arena and states together} */
  long reservedBytes();

  /** Waits until all operations called so far are done. */
  void sync();

  /** Releases the device's memory; every tensor and state of this instance ends. */
  @Override
  void close();

  // Host transfer

  /**
   * Copies host values into a tensor.
   *
   * @param shape extents
   * @param dtype element type
   * @param values {@code shape.size()} values, row-major
   * @return the tensor
   */
  Tensor tensor(Shape shape, DType dtype, float... values);

  /**
   * Copies host values into a tensor, rounding them where the element type is FLOAT32.
   *
   * @param shape extents
   * @param dtype element type
   * @param values {@code shape.size()} values, row-major
   * @return the tensor
   */
  Tensor tensor(Shape shape, DType dtype, double... values);

  /**
   * Returns a tensor with one value everywhere.
   *
   * @param shape extents
   * @param dtype element type
   * @param value the value
   * @return the tensor
   */
  Tensor full(Shape shape, DType dtype, double value);

  /**
   * Returns new mutable numbers outside the arena.
   *
   * @param shape extents
   * @param dtype element type
   * @param values {@code shape.size()} initial values, row-major
   * @return the state
   */
  State state(Shape shape, DType dtype, double... values);

  // Products

  /**
   * Returns op(a) · op(b), where op transposes on request.
   *
   * @shape a [m, k] or [k, m], b [k, n] or [n, k]; result [m, n]
   * @param a the left factor
   * @param transposeA whether to transpose it
   * @param b the right factor
   * @param transposeB whether to transpose it
   * @return the product
   */
  Tensor gemm(Tensor a, boolean transposeA, Tensor b, boolean transposeB);

  /**
   * Returns activation(x · wᵀ + bias), fused. The weights are laid out as in PyTorch's Linear, one
   * row per output, which is also the order in which the product reads them fastest.
   *
   * @shape x [n, in], w [out, in], bias [out]; result [n, out]
   * @param x the batch
   * @param w the weights
   * @param bias the bias row, or null for none
   * @param activation applied to each element
   * @return the layer's output
   */
  Tensor dense(Tensor x, Tensor w, Tensor bias, Activation activation);

  // Feature maps, channels last

  /**
   * Returns activation(x ∗ w + bias), fused: at each position of the window, the products of the
   * covered elements with each row of the weights. Elements of the padding are zeros. As in
   * PyTorch, the kernel is not flipped.
   *
   * @shape x [n, h, w, c], w [out, kh·kw·c], bias [out]; result [n, h', w', out] with h' × w'
   *     positions of the window
   * @param x the maps
   * @param w the weights, each row in the order [kernel row, kernel column, channel]
   * @param bias the bias of each output channel, or null for none
   * @param window kernel, stride and padding
   * @param activation applied to each element
   * @return the layer's output
   */
  Tensor conv2d(Tensor x, Tensor w, Tensor bias, Window window, Activation activation);

  /**
   * Returns activation(z + bias), fused, where z is the adjoint of {@link #conv2d} by its maps: the
   * transposed convolution, which adds each element's multiple of its row of the weights where the
   * window covers the result.
   *
   * @shape g [n, h', w', out], w [out, kh·kw·c], bias [c]; result [n, h, w, c]
   * @param g the maps, one element for each position of the window on the result
   * @param w the weights, each row in the order [kernel row, kernel column, channel]
   * @param bias the bias of each channel of the result, or null for none
   * @param window kernel, stride and padding
   * @param height the result's height; several have as many positions where a stride is above 1
   * @param width the result's width
   * @param activation applied to each element
   * @return the layer's output
   */
  Tensor convTranspose2d(
      Tensor g, Tensor w, Tensor bias, Window window, int height, int width, Activation activation);

  /**
   * Returns the adjoint of {@link #conv2d} by its weights: the sum over all positions of the window
   * of each gradient times the covered elements.
   *
   * @shape x [n, h, w, c], g [n, h', w', out]; result [out, kh·kw·c]
   * @param x the maps
   * @param g the gradient with respect to the convolution's result
   * @param window kernel, stride and padding
   * @return the weights' gradient
   */
  Tensor conv2dWeights(Tensor x, Tensor g, Window window);

  /**
   * Repeats each element of a map in a block (nearest-neighbour upsampling).
   *
   * @shape x [n, h, w, c]; result [n, h·height, w·width, c]
   * @param x the maps
   * @param height a block's height
   * @param width a block's width
   * @return the enlarged maps
   */
  Tensor upsample(Tensor x, int height, int width);

  /**
   * Returns the mean of each block of a map.
   *
   * @shape x [n, h, w, c]; result [n, h/height, w/width, c]
   * @param x the maps
   * @param height a block's height, a divisor of h
   * @param width a block's width, a divisor of w
   * @return the means
   */
  Tensor averagePool(Tensor x, int height, int width);

  /**
   * Moves the maps of each sample by its own shift. What leaves the map is lost, and zeros move in.
   * The adjoint moves back: it is this operation with the opposite shifts.
   *
   * @shape x [n, h, w, c]; result [n, h, w, c]
   * @param x the maps
   * @param shifts one for each sample, at most h rows and w columns in either direction
   * @return the moved maps
   */
  Tensor translate(Tensor x, List<Shift> shifts);

  // Activations

  /**
   * Applies an activation to each element.
   *
   * @param activation the function
   * @param x any shape
   * @return a tensor of the same shape
   */
  Tensor activation(Activation activation, Tensor x);

  /**
   * Returns δ = upstream ⊙ activation′ and, on request, δ's column sums (the bias gradient).
   *
   * @shape y and upstream [n, c]; δ [n, c], sums [c]
   * @param activation the function
   * @param y the activation's output
   * @param upstream the gradient with respect to it
   * @param columnSums whether to return the sums too
   * @return δ, or δ and the sums
   */
  List<Tensor> activationBackward(
      Activation activation, Tensor y, Tensor upstream, boolean columnSums);

  // Batch norm; backends that do not override these compose them of other operations

  /**
   * Returns the mean and the biased variance of each column.
   *
   * @shape x [n, c]; results [c]
   * @param x the matrix, with at least one row
   * @return mean and variance
   */
  default List<Tensor> columnMoments(Tensor x) {
    return ComposedBatchNorm.moments(this, x);
  }

  /**
   * Normalises each column, then scales and shifts it: (x − mean)/√(variance + ε) ⊙ weight + bias.
   *
   * @shape x [n, c], moments, weight and bias [c]; result [n, c]
   * @param x the matrix
   * @param moments mean and variance of each column
   * @param epsilon added to the variance
   * @param weight the factor of each column
   * @param bias the summand of each column
   * @return the normalised matrix
   * @paper Ioffe and Szegedy 2015, arXiv:1502.03167, Algorithm 1
   */
  default Tensor batchNorm(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor bias) {
    return ComposedBatchNorm.forward(this, x, moments, epsilon, weight, bias);
  }

  /**
   * Returns the gradients of {@link #batchNorm} whose moments are those of x, through which they go
   * too.
   *
   * @shape x and upstream [n, c], moments and weight [c]; results [n, c], [c], [c]
   * @param x the matrix
   * @param moments its {@link #columnMoments}
   * @param epsilon added to the variance
   * @param weight the factor of each column
   * @param upstream the gradient with respect to the result
   * @return the gradients with respect to x, the weight and the bias
   */
  default List<Tensor> batchNormBackward(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor upstream) {
    return ComposedBatchNorm.backward(this, x, moments, epsilon, weight, upstream);
  }

  // Elementwise

  /**
   * Applies a function to each element.
   *
   * @param op the function
   * @param x any shape
   * @return a tensor of the same shape
   */
  Tensor unary(UnaryOp op, Tensor x);

  /**
   * Combines two tensors element by element; there is no broadcasting.
   *
   * @param op the function
   * @param a any shape
   * @param b the same shape
   * @return a tensor of that shape
   */
  Tensor binary(BinaryOp op, Tensor a, Tensor b);

  /**
   * Returns scale · x + shift.
   *
   * @param x any shape
   * @param scale the factor
   * @param shift the summand
   * @return a tensor of the same shape
   */
  Tensor affine(Tensor x, double scale, double shift);

  // Rows and columns

  /**
   * Adds a row to every row.
   *
   * @shape x [n, c], row [c]; result [n, c]
   * @param x the matrix
   * @param row the row
   * @return the sum
   */
  Tensor addRow(Tensor x, Tensor row);

  /**
   * Multiplies each row by its own factor.
   *
   * @shape x [n, c], factors [n, 1]; result [n, c]
   * @param x the matrix
   * @param factors one per row
   * @return the scaled rows
   */
  Tensor scaleRows(Tensor x, Tensor factors);

  /**
   * Returns the dot product of each row of x with the same row of y.
   *
   * @shape x and y [n, c]; result [n, 1]
   * @param x the left rows
   * @param y the right rows
   * @return the products; of x with itself, the squared row norms
   */
  Tensor rowDots(Tensor x, Tensor y);

  /**
   * Returns the sum of all elements.
   *
   * @param x any shape
   * @return a scalar
   */
  Tensor sum(Tensor x);

  /**
   * Returns the sum of each column.
   *
   * @shape x [n, c]; result [c]
   * @param x the matrix
   * @return the sums
   */
  Tensor columnSums(Tensor x);

  /**
   * Returns the sum of each row.
   *
   * @shape x [n, c]; result [n, 1]
   * @param x the matrix
   * @return the sums
   */
  Tensor rowSums(Tensor x);

  /**
   * Returns the largest element of each row.
   *
   * @shape x [n, c]; result [n, 1]
   * @param x the matrix
   * @return the maxima: NaN for a row that holds one, −∞ for an empty row; either 0 or −0 where
   *     both are the largest
   */
  Tensor rowMax(Tensor x);

  /**
   * Repeats a scalar.
   *
   * @param scalar a tensor of one element
   * @param shape the result's shape
   * @return the scalar everywhere
   */
  Tensor broadcastScalar(Tensor scalar, Shape shape);

  /**
   * Repeats a row.
   *
   * @shape row [c]; result [rows, c]
   * @param row the row
   * @param rows how many times
   * @return the matrix
   */
  Tensor broadcastRow(Tensor row, int rows);

  /**
   * Repeats a column.
   *
   * @shape column [n, 1]; result [n, columns]
   * @param column the column
   * @param columns how many times
   * @return the matrix
   */
  Tensor broadcastColumn(Tensor column, int columns);

  /**
   * Returns some of the rows; the result may share memory with the argument.
   *
   * @param x rank 1 or more
   * @param from the first row
   * @param to the row after the last
   * @return {@code to - from} rows
   */
  Tensor sliceRows(Tensor x, int from, int to);

  /**
   * Concatenates tensors along the rows.
   *
   * @param parts at least one, each of rank 1 or more, with rows of one shape
   * @return all rows in order
   */
  Tensor concatRows(List<Tensor> parts);

  /**
   * Returns some of the columns: a range of the innermost extent.
   *
   * @shape x […, c]; result […, to − from]
   * @param x rank 1 or more
   * @param from the first column
   * @param to the column after the last
   * @return a copy of these columns
   */
  Tensor sliceColumns(Tensor x, int from, int to);

  /**
   * Concatenates tensors along the columns, their innermost extent.
   *
   * @param parts at least one, with equal extents but for the innermost
   * @return all columns in order
   */
  Tensor concatColumns(List<Tensor> parts);

  // Host results and updates in place

  /**
   * Returns the sum of squares of each tensor. All of them stay on the device, so that the norms of
   * a whole network cost one host read: on a GPU, a read for each parameter would wait for the
   * device as often as the network has parameters.
   *
   * @shape tensors of any shapes and element types, k of them; result [k], FLOAT64
   * @param tensors the tensors
   * @return Σx² of each, in order: not finite if an element is not, and 0 for no elements
   */
  Tensor sumsOfSquares(List<Tensor> tensors);

  /**
   * Returns Σx² on the host: {@link #sumsOfSquares} of one tensor, which waits for the device.
   *
   * @param x any shape
   * @return the sum of squares, not finite if an element is not
   */
  default double sumOfSquares(Tensor x) {
    Scope scope = openScope();
    try {
      return sumsOfSquares(List.of(x)).item();
    } finally {
      scope.close();
    }
  }

  /**
   * Copies the elements of several tensors to the host with one wait for the device; {@link
   * Tensor#toDoubles} of each tensor would wait every time.
   *
   * @param tensors the tensors, of any shapes and element types
   * @return the elements of each in row-major order
   */
  List<double[]> toDoubles(List<Tensor> tensors);

  /**
   * Overwrites a state.
   *
   * @param target the state
   * @param value the new numbers, of the same shape
   */
  void assign(State target, Tensor value);

  /**
   * Updates a parameter and its moments by Adam in one pass.
   *
   * @param parameter updated in place
   * @param gradient of the same shape
   * @param m the first moment, updated in place
   * @param v the second moment, updated in place
   * @param step the update's numbers
   */
  void adam(State parameter, Tensor gradient, State m, State v, AdamStep step);
}
