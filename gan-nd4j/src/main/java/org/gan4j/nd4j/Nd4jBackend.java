package org.gan4j.nd4j;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Access;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.MapChecks;
import org.gan4j.core.backend.OperandChecks;
import org.gan4j.core.backend.Scope;
import org.gan4j.core.backend.ScopeStack;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.backend.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Checks operands, takes results from the pool, and delegates to ND4J. Empty tensors never reach
 * ND4J, whose operations treat them inconsistently.
 */
final class Nd4jBackend implements Backend {
  private final Access access = new Access("nd4j");
  private final Pool pool = new Pool(access);
  private final ScopeStack scopes = new ScopeStack(access, pool);
  private final Pool states = new Pool(access);
  private final Ops ops = new Ops();
  private final Functions functions = new Functions(ops, pool);
  private final Sums sums = new Sums(ops, pool);
  private final Maxima maxima = new Maxima(ops, pool);
  private final MapOps maps = new MapOps(ops, pool);
  private final int threads;
  private final DType dtype;

  Nd4jBackend(int threads, DType dtype) {
    this.threads = threads;
    this.dtype = dtype;
  }

  @Override
  public String name() {
    return "nd4j";
  }

  @Override
  public DType dtype() {
    return dtype;
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public Scope openScope() {
    return scopes.open();
  }

  @Override
  public long reservedBytes() {
    access.check();
    return pool.reserved() + states.reserved();
  }

  @Override
  public void sync() {
    access.check();
    Nd4j.getExecutioner().commit();
  }

  @Override
  public void close() {
    if (access.close()) {
      ops.close();
      pool.free();
      states.free();
    }
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, float... values) {
    OperandChecks.host(shape, values.length);
    Tensor tensor = allocate(shape, dtype);
    array(tensor).write(values);
    return tensor;
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, double... values) {
    OperandChecks.host(shape, values.length);
    Tensor tensor = allocate(shape, dtype);
    array(tensor).write(values);
    return tensor;
  }

  @Override
  public Tensor full(Shape shape, DType dtype, double value) {
    Tensor tensor = allocate(shape, dtype);
    if (some(tensor)) {
      ops.fill(value, array(tensor).flat());
    }
    return tensor;
  }

  @Override
  public State state(Shape shape, DType dtype, double... values) {
    access.check();
    OperandChecks.host(shape, values.length);
    Nd4jArray array = states.allocate(dtype, shape.size());
    array.write(values);
    return new State(shape, dtype, array);
  }

  @Override
  public Tensor gemm(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
    Shape shape = OperandChecks.gemm(a, transposeA, b, transposeB);
    if (!some(a) || !some(b)) {
      return full(shape, a.dtype(), 0);
    }
    Tensor result = allocate(shape, a.dtype());
    ops.product(matrix(a), transposeA, matrix(b), transposeB, matrix(result));
    return result;
  }

  @Override
  public Tensor dense(Tensor x, Tensor w, Tensor bias, Activation activation) {
    OperandChecks.dense(x, w, bias);
    Tensor y = gemm(x, false, w, true);
    if (some(y)) {
      if (bias != null) {
        ops.addRow(matrix(y), array(bias).flat(), matrix(y));
      }
      functions.activation(activation, array(y), array(y));
    }
    return y;
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor w, Tensor bias, Window window, Activation activation) {
    Shape shape = MapChecks.conv2d(x, w, bias, window);
    Tensor y = full(shape, x.dtype(), 0);
    Nd4jArray in = array(x);
    Nd4jArray weights = array(w);
    if (some(y) && some(x)) {
      maps.forward(new MapOps.Geometry(x.shape(), shape, window), in, weights, array(y));
    }
    finish(y, bias, activation);
    return y;
  }

  @Override
  public Tensor convTranspose2d(
      Tensor g,
      Tensor w,
      Tensor bias,
      Window window,
      int height,
      int width,
      Activation activation) {
    Shape shape = MapChecks.convTranspose2d(g, w, bias, window, height, width);
    Tensor y = full(shape, g.dtype(), 0);
    Nd4jArray in = array(g);
    Nd4jArray weights = array(w);
    if (some(y) && some(g)) {
      maps.byMaps(new MapOps.Geometry(shape, g.shape(), window), in, weights, array(y));
    }
    finish(y, bias, activation);
    return y;
  }

  /** Adds a bias to each channel and applies the activation, in place. */
  private void finish(Tensor y, Tensor bias, Activation activation) {
    Nd4jArray added = bias == null ? null : array(bias);
    if (some(y)) {
      int channels = y.shape().dim(3);
      if (added != null) {
        INDArray matrix = array(y).matrix(y.shape().size() / channels, channels);
        ops.addRow(matrix, added.flat(), matrix);
      }
      functions.activation(activation, array(y), array(y));
    }
  }

  @Override
  public Tensor conv2dWeights(Tensor x, Tensor g, Window window) {
    Tensor dw = full(MapChecks.conv2dWeights(x, g, window), x.dtype(), 0);
    Nd4jArray in = array(x);
    Nd4jArray gradient = array(g);
    if (some(x) && some(g)) {
      maps.byWeights(new MapOps.Geometry(x.shape(), g.shape(), window), in, gradient, array(dw));
    }
    return dw;
  }

  @Override
  public Tensor upsample(Tensor x, int height, int width) {
    Tensor y = allocate(MapChecks.upsample(x, height, width), x.dtype());
    Nd4jArray in = array(x);
    if (some(x)) {
      maps.upsample(in, x.shape(), height, width, array(y));
    }
    return y;
  }

  @Override
  public Tensor averagePool(Tensor x, int height, int width) {
    Tensor y = allocate(MapChecks.averagePool(x, height, width), x.dtype());
    Nd4jArray in = array(x);
    if (some(y)) {
      maps.averagePool(in, y.shape(), height, width, array(y));
    }
    return y;
  }

  @Override
  public Tensor translate(Tensor x, List<Shift> shifts) {
    Tensor y = allocate(MapChecks.translate(x, shifts), x.dtype());
    Nd4jArray in = array(x);
    if (some(x)) {
      maps.translate(in, x.shape(), shifts, array(y));
    }
    return y;
  }

  @Override
  public Tensor activation(Activation activation, Tensor x) {
    Tensor y = allocate(x.shape(), x.dtype());
    Nd4jArray in = array(x);
    if (some(x)) {
      functions.activation(activation, in, array(y));
    }
    return y;
  }

  @Override
  public List<Tensor> activationBackward(
      Activation activation, Tensor y, Tensor upstream, boolean columnSums) {
    OperandChecks.same("activationBackward", y, upstream);
    if (columnSums) {
      OperandChecks.matrix("activationBackward", y);
    }
    Tensor delta = allocate(y.shape(), y.dtype());
    Nd4jArray out = array(y);
    Nd4jArray up = array(upstream);
    if (some(y)) {
      functions.backward(activation, out, up, array(delta));
    }
    return columnSums ? List.of(delta, columnSums(delta)) : List.of(delta);
  }

  @Override
  public Tensor unary(UnaryOp op, Tensor x) {
    Tensor y = allocate(x.shape(), x.dtype());
    Nd4jArray in = array(x);
    if (some(x)) {
      functions.unary(op, in.flat(), array(y).flat());
    }
    return y;
  }

  @Override
  public Tensor binary(BinaryOp op, Tensor a, Tensor b) {
    OperandChecks.same(op.name(), a, b);
    Tensor y = allocate(a.shape(), a.dtype());
    Nd4jArray left = array(a);
    Nd4jArray right = array(b);
    if (some(a)) {
      ops.binary(op, left.flat(), right.flat(), array(y).flat());
    }
    return y;
  }

  @Override
  public Tensor affine(Tensor x, double scale, double shift) {
    Tensor y = allocate(x.shape(), x.dtype());
    Nd4jArray in = array(x);
    if (some(x)) {
      ops.scale(in.flat(), scale, array(y).flat());
      ops.shift(array(y).flat(), shift, array(y).flat());
    }
    return y;
  }

  @Override
  public Tensor addRow(Tensor x, Tensor row) {
    OperandChecks.row(x, row);
    Tensor y = allocate(x.shape(), x.dtype());
    Nd4jArray in = array(x);
    Nd4jArray added = array(row);
    if (some(x)) {
      ops.addRow(matrix(in, x.shape()), added.flat(), matrix(y));
    }
    return y;
  }

  @Override
  public Tensor scaleRows(Tensor x, Tensor factors) {
    OperandChecks.column(x, factors);
    Tensor y = allocate(x.shape(), x.dtype());
    Nd4jArray in = array(x);
    Nd4jArray scale = array(factors);
    if (some(x)) {
      ops.scaleRows(matrix(in, x.shape()), scale.flat(), matrix(y));
    }
    return y;
  }

  @Override
  public Tensor rowDots(Tensor x, Tensor y) {
    Shape shape = OperandChecks.matrix("rowDots", x);
    OperandChecks.same("rowDots", x, y);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    sums.rowDots(array(x), array(y), shape.dim(0), shape.dim(1), array(out));
    return out;
  }

  @Override
  public Tensor sum(Tensor x) {
    Tensor out = allocate(Shape.scalar(), x.dtype());
    sums.all(array(x), x.shape().size(), array(out));
    return out;
  }

  @Override
  public Tensor columnSums(Tensor x) {
    Shape shape = OperandChecks.matrix("columnSums", x);
    Tensor out = allocate(Shape.of(shape.dim(1)), x.dtype());
    sums.along(0, array(x), shape.dim(0), shape.dim(1), array(out));
    return out;
  }

  @Override
  public Tensor rowSums(Tensor x) {
    Shape shape = OperandChecks.matrix("rowSums", x);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    sums.along(1, array(x), shape.dim(0), shape.dim(1), array(out));
    return out;
  }

  @Override
  public Tensor rowMax(Tensor x) {
    Shape shape = OperandChecks.matrix("rowMax", x);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    maxima.ofRows(array(x), shape.dim(0), shape.dim(1), array(out));
    return out;
  }

  @Override
  public Tensor broadcastScalar(Tensor scalar, Shape shape) {
    OperandChecks.repeatable("broadcastScalar", scalar, Shape.scalar());
    Tensor y = allocate(shape, scalar.dtype());
    Nd4jArray in = array(scalar);
    if (some(y)) {
      ops.repeat(in.flat(), 0, array(y).matrix(1, shape.size()));
    }
    return y;
  }

  @Override
  public Tensor broadcastRow(Tensor row, int rows) {
    OperandChecks.repeatable("broadcastRow", row, Shape.of((int) row.shape().size()));
    return repeat(row, 1, Shape.of(rows, row.shape().dim(0)));
  }

  @Override
  public Tensor broadcastColumn(Tensor column, int columns) {
    OperandChecks.repeatable("broadcastColumn", column, Shape.of((int) column.shape().size(), 1));
    return repeat(column, 0, Shape.of(column.shape().dim(0), columns));
  }

  private Tensor repeat(Tensor vector, int dimension, Shape shape) {
    Tensor y = allocate(shape, vector.dtype());
    Nd4jArray in = array(vector);
    if (some(y)) {
      ops.repeat(in.flat(), dimension, matrix(y));
    }
    return y;
  }

  @Override
  public Tensor sliceRows(Tensor x, int from, int to) {
    Shape shape = OperandChecks.slice(x, from, to);
    Scope scope = scopes.current();
    Nd4jArray whole = array(x);
    if (shape.size() == 0) {
      return allocate(shape, x.dtype());
    }
    long columns = x.shape().columns();
    Nd4jArray slice = whole.slice(from * columns, to * columns);
    return new Tensor(shape, x.dtype(), slice, () -> checkSlice(scope, x));
  }

  /** A slice ends with its own tape and with the tensor whose memory it shares. */
  private static void checkSlice(Scope scope, Tensor whole) {
    scope.check();
    whole.storage();
  }

  @Override
  public Tensor concatRows(List<Tensor> parts) {
    Shape shape = OperandChecks.concat(parts);
    Tensor joined = allocate(shape, parts.get(0).dtype());
    long at = 0;
    for (Tensor part : parts) {
      Nd4jArray from = array(part);
      if (some(part)) {
        ops.copy(from.flat(), array(joined).slice(at, at + part.shape().size()).flat());
        at += part.shape().size();
      }
    }
    return joined;
  }

  @Override
  public Tensor sliceColumns(Tensor x, int from, int to) {
    Tensor y = allocate(MapChecks.sliceColumns(x, from, to), x.dtype());
    Nd4jArray in = array(x);
    if (some(y)) {
      int count = to - from;
      long rows = y.shape().size() / count;
      maps.copyColumns(in, from, columns(x), array(y), 0, count, count, rows);
    }
    return y;
  }

  @Override
  public Tensor concatColumns(List<Tensor> parts) {
    Tensor y = allocate(MapChecks.concatColumns(parts), parts.get(0).dtype());
    int at = 0;
    for (Tensor part : parts) {
      Nd4jArray in = array(part);
      int count = columns(part);
      if (some(part)) {
        long rows = part.shape().size() / count;
        maps.copyColumns(in, 0, count, array(y), at, columns(y), count, rows);
      }
      at += count;
    }
    return y;
  }

  private static int columns(Tensor x) {
    return x.shape().dim(x.shape().rank() - 1);
  }

  @Override
  public Tensor sumsOfSquares(List<Tensor> tensors) {
    Tensor out = allocate(Shape.of(tensors.size()), DType.FLOAT64);
    for (int i = 0; i < tensors.size(); i++) {
      Tensor x = tensors.get(i);
      sums.squares(array(x), x.shape().size(), array(out).slice(i, i + 1));
    }
    return out;
  }

  @Override
  public List<double[]> toDoubles(List<Tensor> tensors) {
    sync();
    return tensors.stream().map(this::finished).toList();
  }

  private double[] finished(Tensor tensor) {
    double[] host = new double[tensor.shape().length()];
    array(tensor).readFinished(host);
    return host;
  }

  @Override
  public void assign(State target, Tensor value) {
    use();
    OperandChecks.update("assign", value, target);
    Nd4jArray from = array(value);
    Nd4jArray to = array(target);
    if (some(value) && from != to) {
      ops.copy(from.flat(), to.flat());
    }
  }

  @Override
  public void adam(State parameter, Tensor gradient, State m, State v, AdamStep step) {
    use();
    OperandChecks.update("adam", gradient, parameter, m, v);
    Nd4jArray g = array(gradient);
    Nd4jArray p = array(parameter);
    Nd4jArray first = array(m);
    Nd4jArray second = array(v);
    if (some(gradient)) {
      long mark = pool.mark();
      Nd4jArray work = pool.allocate(gradient.dtype(), gradient.shape().size());
      functions.adam(p.flat(), g.flat(), first.flat(), second.flat(), work.flat(), step);
      pool.release(mark);
    }
  }

  /** Prepares a call that creates no tensor. */
  private void use() {
    access.check();
    Nd4jRuntime.use(threads);
  }

  private Tensor allocate(Shape shape, DType dtype) {
    Scope scope = scopes.current();
    Nd4jRuntime.use(threads);
    return new Tensor(shape, dtype, pool.allocate(dtype, shape.size()), scope);
  }

  /** Wraps memory of the caller as a tensor, valid while the innermost tape is open. */
  Tensor wrap(Shape shape, INDArray flat) {
    Scope scope = scopes.current();
    Nd4jArray array = new Nd4jArray(access, flat);
    return new Tensor(shape, array.dtype(), array, scope);
  }

  private static boolean some(Tensor tensor) {
    return tensor.shape().size() > 0;
  }

  private INDArray matrix(Tensor tensor) {
    return matrix(array(tensor), tensor.shape());
  }

  private static INDArray matrix(Nd4jArray array, Shape shape) {
    return array.matrix(shape.dim(0), shape.dim(1));
  }

  private Nd4jArray array(Tensor tensor) {
    return own(tensor.storage());
  }

  private Nd4jArray array(State state) {
    return own(state.write());
  }

  private Nd4jArray own(Object storage) {
    if (storage instanceof Nd4jArray array && array.access() == access) {
      return array;
    }
    boolean known = storage instanceof Nd4jArray;
    throw Expect.failure(
        "nd4j",
        "a tensor of this backend",
        known ? "one of another nd4j instance" : "storage of " + storage.getClass().getName(),
        "copy it through the host");
  }
}
