package org.gan4j.core.backend.cpu;

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

/** Checks operands, allocates results, and hands the work to products and tile kernels. */
final class CpuBackend implements Backend {
  private final Access access = new Access("cpu");
  private final Arena arena = new Arena(access);
  private final ScopeStack scopes = new ScopeStack(access, arena);
  private final Arena states = new Arena(access);
  private final Arena work = new Arena(access);
  private final Workers workers;
  private final Scratch[] scratch;
  private final Products products;
  private final Elementwise elementwise;
  private final RowKernels rows;
  private final Convolutions convolutions;
  private final MapKernels maps;
  private final SumOfSquares squares;
  private final DType dtype;

  CpuBackend(int threads, DType dtype) {
    this.dtype = dtype;
    workers = new Workers(threads);
    scratch = new Scratch[threads];
    for (int i = 0; i < threads; i++) {
      scratch[i] = new Scratch();
    }
    products = new Products(workers);
    elementwise = new Elementwise(workers, scratch);
    rows = new RowKernels(workers, scratch);
    convolutions = new Convolutions(workers, products, scratch, work);
    maps = new MapKernels(workers, scratch);
    squares = new SumOfSquares(workers, products, scratch);
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public DType dtype() {
    return dtype;
  }

  @Override
  public int threads() {
    return workers.threads();
  }

  @Override
  public Scope openScope() {
    return scopes.open();
  }

  @Override
  public long reservedBytes() {
    access.check();
    return arena.reserved() + states.reserved() + work.reserved();
  }

  @Override
  public void sync() {
    access.check();
  }

  @Override
  public void close() {
    if (access.close()) {
      workers.close();
      convolutions.close();
      arena.free();
      states.free();
      work.free();
    }
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, float... values) {
    OperandChecks.host(shape, values.length);
    Tensor tensor = allocate(shape, dtype);
    mem(tensor).write(values);
    return tensor;
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, double... values) {
    OperandChecks.host(shape, values.length);
    Tensor tensor = allocate(shape, dtype);
    mem(tensor).write(values);
    return tensor;
  }

  @Override
  public Tensor full(Shape shape, DType dtype, double value) {
    Tensor tensor = allocate(shape, dtype);
    elementwise.fill(mem(tensor), size(tensor), value);
    return tensor;
  }

  @Override
  public State state(Shape shape, DType dtype, double... values) {
    access.check();
    OperandChecks.host(shape, values.length);
    Mem mem = states.allocate(dtype, shape.size());
    mem.write(values);
    return new State(shape, dtype, mem);
  }

  @Override
  public Tensor gemm(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
    Shape shape = OperandChecks.gemm(a, transposeA, b, transposeB);
    int inner = a.shape().dim(transposeA ? 0 : 1);
    if (inner == 0) {
      return full(shape, a.dtype(), 0);
    }
    Tensor result = allocate(shape, a.dtype());
    if (shape.size() > 0) {
      products.gemm(
          shape.dim(0),
          shape.dim(1),
          inner,
          mem(a),
          transposeA,
          mem(b),
          transposeB,
          mem(result),
          Products.Epilogue.NONE);
    }
    return result;
  }

  @Override
  public Tensor dense(Tensor x, Tensor w, Tensor bias, Activation activation) {
    Shape shape = OperandChecks.dense(x, w, bias);
    int columns = shape.dim(1);
    int inner = x.shape().dim(1);
    Tensor y = inner == 0 ? full(shape, x.dtype(), 0) : allocate(shape, x.dtype());
    BiasActivation finish =
        new BiasActivation(bias == null ? null : mem(bias), activation, mem(y), mem(y), columns);
    if (inner == 0) {
      finish.apply(scratch[0], 0, shape.dim(0), 0, columns);
    } else if (shape.size() > 0) {
      products.gemm(
          shape.dim(0),
          columns,
          inner,
          mem(x),
          false,
          mem(w),
          true,
          mem(y),
          (fromRow, toRow, fromColumn, toColumn, worker) ->
              finish.apply(scratch[worker], fromRow, toRow, fromColumn, toColumn));
    }
    return y;
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor w, Tensor bias, Window window, Activation activation) {
    Shape shape = MapChecks.conv2d(x, w, bias, window);
    MapGeometry geometry = MapGeometry.of(x.shape(), shape, window);
    Tensor y = geometry.empty() ? full(shape, x.dtype(), 0) : allocate(shape, x.dtype());
    BiasActivation finish = finish(bias, activation, y);
    if (geometry.empty()) {
      finish.apply(scratch[0], 0, geometry.allRows() * geometry.columns(), 0, geometry.out());
    } else {
      convolutions.forward(geometry, mem(x), mem(w), mem(y), finish);
    }
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
    MapGeometry geometry = MapGeometry.of(shape, g.shape(), window);
    Tensor y = geometry.empty() ? full(shape, g.dtype(), 0) : allocate(shape, g.dtype());
    BiasActivation finish = finish(bias, activation, y);
    if (geometry.empty()) {
      finish.apply(scratch[0], 0, geometry.samples() * height * width, 0, geometry.channels());
    } else {
      convolutions.byMaps(geometry, mem(g), mem(w), mem(y), finish);
    }
    return y;
  }

  private BiasActivation finish(Tensor bias, Activation activation, Tensor y) {
    Mem row = bias == null ? null : mem(bias);
    return new BiasActivation(row, activation, mem(y), mem(y), y.shape().dim(3));
  }

  @Override
  public Tensor conv2dWeights(Tensor x, Tensor g, Window window) {
    Shape shape = MapChecks.conv2dWeights(x, g, window);
    MapGeometry geometry = MapGeometry.of(x.shape(), g.shape(), window);
    if (geometry.empty()) {
      return full(shape, x.dtype(), 0);
    }
    Tensor dw = allocate(shape, x.dtype());
    convolutions.byWeights(geometry, mem(x), mem(g), mem(dw));
    return dw;
  }

  @Override
  public Tensor upsample(Tensor x, int height, int width) {
    Tensor y = allocate(MapChecks.upsample(x, height, width), x.dtype());
    maps.upsample(mem(x), mem(y), x.shape(), height, width);
    return y;
  }

  @Override
  public Tensor averagePool(Tensor x, int height, int width) {
    Tensor y = allocate(MapChecks.averagePool(x, height, width), x.dtype());
    maps.averagePool(mem(x), mem(y), x.shape(), height, width);
    return y;
  }

  @Override
  public Tensor translate(Tensor x, List<Shift> shifts) {
    Tensor y = allocate(MapChecks.translate(x, shifts), x.dtype());
    maps.translate(mem(x), mem(y), x.shape(), shifts);
    return y;
  }

  @Override
  public Tensor activation(Activation activation, Tensor x) {
    Tensor y = allocate(x.shape(), x.dtype());
    elementwise.activation(activation, mem(x), mem(y), size(x));
    return y;
  }

  @Override
  public List<Tensor> activationBackward(
      Activation activation, Tensor y, Tensor upstream, boolean columnSums) {
    OperandChecks.same("activationBackward", y, upstream);
    if (columnSums) {
      OperandChecks.matrix("activationBackward", y);
    }
    if (activation.kind() == Activation.Kind.IDENTITY) {
      return columnSums ? List.of(upstream, columnSums(upstream)) : List.of(upstream);
    }
    Tensor delta = allocate(y.shape(), y.dtype());
    if (!columnSums) {
      elementwise.activationBackward(activation, mem(y), mem(upstream), mem(delta), size(y));
      return List.of(delta);
    }
    int columns = y.shape().dim(1);
    Tensor sums = allocate(Shape.of(columns), y.dtype());
    rows.backward(
        activation, mem(y), mem(upstream), mem(delta), mem(sums), y.shape().dim(0), columns);
    return List.of(delta, sums);
  }

  @Override
  public List<Tensor> columnMoments(Tensor x) {
    OperandChecks.columnMoments(x);
    Shape row = Shape.of(x.shape().dim(1));
    Tensor mean = allocate(row, x.dtype());
    Tensor variance = allocate(row, x.dtype());
    batchNormOf(x).moments(mem(x), mem(mean), mem(variance));
    return List.of(mean, variance);
  }

  @Override
  public Tensor batchNorm(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor bias) {
    OperandChecks.batchNorm(x, moments, List.of(weight, bias));
    Tensor y = allocate(x.shape(), x.dtype());
    BatchNormKernels kernels = batchNormOf(x);
    double[] factors = kernels.factors(mem(moments.get(1)), epsilon);
    double[] scales = kernels.products(host(weight), factors);
    kernels.normalise(mem(x), mem(moments.get(0)), scales, host(bias), mem(y));
    return y;
  }

  @Override
  public List<Tensor> batchNormBackward(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor upstream) {
    OperandChecks.batchNorm(x, moments, List.of(weight));
    OperandChecks.same("batchNorm", x, upstream);
    Mem mean = mem(moments.get(0));
    BatchNormKernels kernels = batchNormOf(x);
    double[] factors = kernels.factors(mem(moments.get(1)), epsilon);
    double[] scales = kernels.products(host(weight), factors);
    double[][] sums = kernels.parameterGradients(mem(x), mem(upstream), factors, mean);
    Tensor dx = allocate(x.shape(), x.dtype());
    kernels.inputGradient(mem(x), mem(upstream), scales, factors, sums, mean, mem(dx));
    Tensor dWeight = tensor(weight.shape(), x.dtype(), sums[1]);
    return List.of(dx, dWeight, tensor(weight.shape(), x.dtype(), sums[0]));
  }

  private BatchNormKernels batchNormOf(Tensor x) {
    return new BatchNormKernels(rows, x.dtype(), x.shape().dim(0), x.shape().dim(1));
  }

  @Override
  public Tensor unary(UnaryOp op, Tensor x) {
    Tensor y = allocate(x.shape(), x.dtype());
    elementwise.unary(op, mem(x), mem(y), size(x));
    return y;
  }

  @Override
  public Tensor binary(BinaryOp op, Tensor a, Tensor b) {
    OperandChecks.same(op.name(), a, b);
    Tensor y = allocate(a.shape(), a.dtype());
    if (b.storage() instanceof RepeatedRow row) {
      rows.binary(op, mem(a), own(row.row()), false, mem(y), size(y), row.columns());
    } else if (a.storage() instanceof RepeatedRow row) {
      rows.binary(op, mem(b), own(row.row()), true, mem(y), size(y), row.columns());
    } else {
      elementwise.binary(op, mem(a), mem(b), mem(y), size(a));
    }
    return y;
  }

  @Override
  public Tensor affine(Tensor x, double scale, double shift) {
    Tensor y = allocate(x.shape(), x.dtype());
    elementwise.affine(mem(x), mem(y), size(x), scale, shift);
    return y;
  }

  @Override
  public Tensor addRow(Tensor x, Tensor row) {
    OperandChecks.row(x, row);
    Tensor y = allocate(x.shape(), x.dtype());
    rows.addRow(mem(x), mem(row), mem(y), x.shape().dim(0), x.shape().dim(1));
    return y;
  }

  @Override
  public Tensor scaleRows(Tensor x, Tensor factors) {
    OperandChecks.column(x, factors);
    Tensor y = allocate(x.shape(), x.dtype());
    rows.scale(mem(x), host(factors), mem(y), x.shape().dim(0), x.shape().dim(1));
    return y;
  }

  @Override
  public Tensor rowDots(Tensor x, Tensor y) {
    Shape shape = OperandChecks.matrix("rowDots", x);
    OperandChecks.same("rowDots", x, y);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    rows.rowSums(mem(x), mem(y), mem(out), shape.dim(0), shape.dim(1));
    return out;
  }

  @Override
  public Tensor sum(Tensor x) {
    return full(Shape.scalar(), x.dtype(), elementwise.sum(mem(x), size(x)));
  }

  @Override
  public Tensor columnSums(Tensor x) {
    Shape shape = OperandChecks.matrix("columnSums", x);
    Tensor sums = allocate(Shape.of(shape.dim(1)), x.dtype());
    mem(sums).write(rows.columnTotals(mem(x), shape.dim(0), shape.dim(1)));
    return sums;
  }

  @Override
  public Tensor rowSums(Tensor x) {
    Shape shape = OperandChecks.matrix("rowSums", x);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    rows.rowSums(mem(x), null, mem(out), shape.dim(0), shape.dim(1));
    return out;
  }

  @Override
  public Tensor rowMax(Tensor x) {
    Shape shape = OperandChecks.matrix("rowMax", x);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    rows.rowMax(mem(x), mem(out), shape.dim(0), shape.dim(1));
    return out;
  }

  @Override
  public Tensor broadcastScalar(Tensor scalar, Shape shape) {
    OperandChecks.repeatable("broadcastScalar", scalar, Shape.scalar());
    return full(shape, scalar.dtype(), host(scalar)[0]);
  }

  @Override
  public Tensor broadcastRow(Tensor row, int count) {
    OperandChecks.repeatable("broadcastRow", row, Shape.of(size(row)));
    Scope scope = scopes.current();
    RepeatedRow repeated = new RepeatedRow(mem(row), size(row), count);
    return new Tensor(row.shape().batch(count), row.dtype(), repeated, () -> checkView(scope, row));
  }

  @Override
  public Tensor broadcastColumn(Tensor column, int columns) {
    OperandChecks.repeatable("broadcastColumn", column, Shape.of(size(column), 1));
    Tensor y = allocate(Shape.of(size(column), columns), column.dtype());
    rows.repeat(host(column), true, mem(y), size(column), columns);
    return y;
  }

  @Override
  public Tensor sliceRows(Tensor x, int from, int to) {
    Shape shape = OperandChecks.slice(x, from, to);
    Scope scope = scopes.current();
    Mem slice = mem(x).plus(from * x.shape().columns());
    return new Tensor(shape, x.dtype(), slice, () -> checkView(scope, x));
  }

  /** A view ends with its own tape and with the tensor whose memory it shares. */
  private static void checkView(Scope scope, Tensor whole) {
    scope.check();
    whole.storage();
  }

  @Override
  public Tensor concatRows(List<Tensor> parts) {
    Shape shape = OperandChecks.concat(parts);
    Tensor joined = allocate(shape, parts.get(0).dtype());
    int at = 0;
    for (Tensor part : parts) {
      elementwise.copy(mem(part), mem(joined).plus(at), size(part));
      at += size(part);
    }
    return joined;
  }

  @Override
  public Tensor sliceColumns(Tensor x, int from, int to) {
    Tensor y = allocate(MapChecks.sliceColumns(x, from, to), x.dtype());
    int length = to - from;
    maps.copyColumns(
        mem(x), from, columns(x), mem(y), 0, length, length, size(y) / Math.max(1, length));
    return y;
  }

  @Override
  public Tensor concatColumns(List<Tensor> parts) {
    Tensor y = allocate(MapChecks.concatColumns(parts), parts.get(0).dtype());
    int at = 0;
    for (Tensor part : parts) {
      int length = columns(part);
      if (length > 0) {
        int each = size(part) / length;
        maps.copyColumns(mem(part), 0, length, mem(y), at, columns(y), length, each);
        at += length;
      }
    }
    return y;
  }

  private static int columns(Tensor x) {
    return x.shape().dim(x.shape().rank() - 1);
  }

  @Override
  public Tensor sumsOfSquares(List<Tensor> tensors) {
    Tensor sums = allocate(Shape.of(tensors.size()), DType.FLOAT64);
    mem(sums).write(tensors.stream().mapToDouble(x -> squares.sum(mem(x), size(x))).toArray());
    return sums;
  }

  @Override
  public List<double[]> toDoubles(List<Tensor> tensors) {
    access.check();
    return tensors.stream().map(this::host).toList();
  }

  @Override
  public void assign(State target, Tensor value) {
    access.check();
    OperandChecks.update("assign", value, target);
    Mem from = mem(value);
    elementwise.copy(from, mem(target), size(value));
  }

  @Override
  public void adam(State parameter, Tensor gradient, State m, State v, AdamStep step) {
    access.check();
    OperandChecks.update("adam", gradient, parameter, m, v);
    Mem g = mem(gradient);
    elementwise.adam(mem(parameter), g, mem(m), mem(v), size(gradient), step);
  }

  private Tensor allocate(Shape shape, DType dtype) {
    Scope scope = scopes.current();
    return new Tensor(shape, dtype, arena.allocate(dtype, shape.size()), scope);
  }

  private double[] host(Tensor tensor) {
    double[] values = new double[size(tensor)];
    mem(tensor).read(values);
    return values;
  }

  private static int size(Tensor tensor) {
    return tensor.shape().length();
  }

  private Mem mem(Tensor tensor) {
    return tensor.storage() instanceof RepeatedRow row ? written(row) : own(tensor.storage());
  }

  /** Writes out the copies of a row, for an operation that cannot do without. */
  private Mem written(RepeatedRow repeated) {
    Mem row = own(repeated.row());
    double[] values = new double[repeated.columns()];
    row.read(values);
    Mem y = arena.allocate(row.dtype(), (long) repeated.rows() * repeated.columns());
    rows.repeat(values, false, y, repeated.rows(), repeated.columns());
    return y;
  }

  private Mem mem(State state) {
    return own(state.write());
  }

  private Mem own(Object storage) {
    access.check();
    if (storage instanceof Mem mem && mem.slab().access() == access) {
      return mem;
    }
    boolean known = storage instanceof Mem;
    throw Expect.failure(
        "cpu",
        "a tensor of this backend",
        known ? "one of another cpu instance" : "storage of " + storage.getClass().getName(),
        "copy it through the host");
  }
}
