package org.gan4j.cuda;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Accelerator;
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
import org.gan4j.cuda.DeviceConvolutions.Extents;
import org.gan4j.cuda.MatrixProduct.Factor;

/** Checks operands, allocates results, and gives kernels and products to the stream. */
final class CudaBackend implements Backend {
  private final Access access = new Access("cuda");
  private final CudaStream stream;
  private final DeviceArena arena;
  private final DeviceArena states;
  private final DeviceArena work;
  private final ScopeStack scopes;
  private final DeviceSums sums;
  private final DeviceConvolutions convolutions;
  private final DType dtype;

  CudaBackend(CudaDevice device, DType dtype, Accelerator accelerator) {
    this.dtype = dtype;
    stream = new CudaStream(access, device, accelerator);
    arena = new DeviceArena(stream);
    states = new DeviceArena(stream);
    work = new DeviceArena(stream);
    scopes = new ScopeStack(access, arena);
    sums = new DeviceSums(stream, work);
    convolutions = new DeviceConvolutions(stream, work);
  }

  @Override
  public String name() {
    return "cuda";
  }

  @Override
  public DType dtype() {
    return dtype;
  }

  /** {@return 1: the one that gives work to the device} */
  @Override
  public int threads() {
    return 1;
  }

  @Override
  public Scope openScope() {
    return scopes.open();
  }

  @Override
  public long reservedBytes() {
    access.check();
    return arena.reserved() + states.reserved() + work.reserved() + stream.reserved();
  }

  @Override
  public void sync() {
    stream.sync();
  }

  @Override
  public void close() {
    if (access.close()) {
      stream.close();
      arena.free();
      states.free();
      work.free();
    }
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, float... values) {
    OperandChecks.host(shape, values.length);
    Tensor tensor = allocate(shape, dtype);
    stream.write(mem(tensor), values);
    return tensor;
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, double... values) {
    OperandChecks.host(shape, values.length);
    Tensor tensor = allocate(shape, dtype);
    stream.write(mem(tensor), values);
    return tensor;
  }

  @Override
  public Tensor full(Shape shape, DType dtype, double value) {
    Tensor y = allocate(shape, dtype);
    int n = size(y);
    stream.launch(Kernel.FILL, dtype).at(mem(y)).count(n).number(value).each(n);
    return y;
  }

  @Override
  public State state(Shape shape, DType dtype, double... values) {
    access.check();
    OperandChecks.host(shape, values.length);
    DeviceMemory memory = states.allocate(dtype, shape.size());
    stream.write(memory, values);
    return new State(shape, dtype, memory);
  }

  @Override
  public Tensor gemm(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
    Shape shape = OperandChecks.gemm(a, transposeA, b, transposeB);
    Factor left = factor(a, transposeA);
    Factor right = factor(b, transposeB);
    return product(shape, a.shape().dim(transposeA ? 0 : 1), a.dtype(), left, right);
  }

  private Factor factor(Tensor matrix, boolean transposed) {
    return new Factor(mem(matrix).address(), matrix.shape().dim(1), transposed);
  }

  private Tensor product(Shape shape, int inner, DType type, Factor left, Factor right) {
    if (inner == 0) {
      return full(shape, type, 0);
    }
    Tensor y = allocate(shape, type);
    if (shape.size() > 0) {
      long to = mem(y).address();
      stream
          .commands()
          .product(
              new MatrixProduct(type, shape.dim(0), shape.dim(1), inner, left, right, false, to));
    }
    return y;
  }

  @Override
  public Tensor dense(Tensor x, Tensor w, Tensor bias, Activation activation) {
    Shape shape = OperandChecks.dense(x, w, bias);
    Factor left = factor(x, false);
    Factor right = factor(w, true);
    Tensor y = product(shape, x.shape().dim(1), x.dtype(), left, right);
    finish(y, bias, activation);
    return y;
  }

  /** y ← activation(y + bias), the bias along the innermost extent. */
  private void finish(Tensor y, Tensor bias, Activation activation) {
    DeviceMemory added = bias == null ? null : mem(bias);
    if (added == null && activation.kind() == Activation.Kind.IDENTITY) {
      return;
    }
    stream
        .launch(Kernel.BIAS_ACTIVATION, y.dtype())
        .at(mem(y))
        .at(added)
        .count(size(y))
        .count(columns(y))
        .count(KernelCodes.of(activation))
        .number(activation.slope())
        .each(size(y));
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor w, Tensor bias, Window window, Activation activation) {
    Shape shape = MapChecks.conv2d(x, w, bias, window);
    Extents extents = new Extents(x.shape(), shape, window);
    DeviceMemory maps = mem(x);
    DeviceMemory weights = mem(w);
    Tensor y = extents.empty() ? full(shape, x.dtype(), 0) : allocate(shape, x.dtype());
    if (!extents.empty()) {
      convolutions.forward(extents, maps, weights, mem(y));
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
    Extents extents = new Extents(shape, g.shape(), window);
    DeviceMemory gradient = mem(g);
    DeviceMemory weights = mem(w);
    DeviceMemory added = bias == null ? null : mem(bias);
    if (extents.empty()) {
      Tensor y = full(shape, g.dtype(), 0);
      finish(y, bias, activation);
      return y;
    }
    Tensor y = allocate(shape, g.dtype());
    convolutions.byMaps(extents, gradient, weights, added, activation, mem(y));
    return y;
  }

  @Override
  public Tensor conv2dWeights(Tensor x, Tensor g, Window window) {
    Shape shape = MapChecks.conv2dWeights(x, g, window);
    Extents extents = new Extents(x.shape(), g.shape(), window);
    DeviceMemory maps = mem(x);
    DeviceMemory gradient = mem(g);
    if (extents.empty()) {
      return full(shape, x.dtype(), 0);
    }
    Tensor dw = allocate(shape, x.dtype());
    convolutions.byWeights(extents, maps, gradient, mem(dw));
    return dw;
  }

  @Override
  public Tensor upsample(Tensor x, int height, int width) {
    Tensor y = allocate(MapChecks.upsample(x, height, width), x.dtype());
    KernelLaunch launch =
        stream.launch(Kernel.UPSAMPLE, x.dtype()).at(mem(x)).at(mem(y)).count(size(y));
    extents(launch, x.shape()).count(height).count(width).each(size(y));
    return y;
  }

  @Override
  public Tensor averagePool(Tensor x, int height, int width) {
    Tensor y = allocate(MapChecks.averagePool(x, height, width), x.dtype());
    stream
        .launch(Kernel.AVERAGE_POOL, x.dtype())
        .at(mem(x))
        .at(mem(y))
        .count(size(y))
        .count(y.shape().dim(2))
        .count(y.shape().dim(3))
        .count(height)
        .count(width)
        .each(size(y));
    return y;
  }

  private static KernelLaunch extents(KernelLaunch launch, Shape maps) {
    return launch.count(maps.dim(1)).count(maps.dim(2)).count(maps.dim(3));
  }

  @Override
  public Tensor translate(Tensor x, List<Shift> shifts) {
    Tensor y = allocate(MapChecks.translate(x, shifts), x.dtype());
    DeviceMemory maps = mem(x);
    if (size(y) == 0) {
      return y;
    }
    int[] both = new int[2 * shifts.size()];
    for (int i = 0; i < shifts.size(); i++) {
      both[2 * i] = shifts.get(i).down();
      both[2 * i + 1] = shifts.get(i).right();
    }
    long address = work.allocate((long) both.length * Integer.BYTES);
    stream.write(address, both);
    KernelLaunch launch =
        stream
            .launch(Kernel.TRANSLATE, x.dtype())
            .at(maps)
            .at(mem(y))
            .address(address)
            .count(size(y));
    extents(launch, x.shape()).each(size(y));
    work.release(0);
    return y;
  }

  @Override
  public Tensor activation(Activation activation, Tensor x) {
    Tensor y = allocate(x.shape(), x.dtype());
    stream
        .launch(Kernel.ACTIVATION, x.dtype())
        .at(mem(x))
        .at(mem(y))
        .count(size(x))
        .count(KernelCodes.of(activation))
        .number(activation.slope())
        .each(size(x));
    return y;
  }

  @Override
  public List<Tensor> activationBackward(
      Activation activation, Tensor y, Tensor upstream, boolean columnSums) {
    OperandChecks.same("activationBackward", y, upstream);
    Tensor delta = allocate(y.shape(), y.dtype());
    if (columnSums) {
      OperandChecks.matrix("activationBackward", y);
      return List.of(delta, backwardSums(activation, y, upstream, delta));
    }
    stream
        .launch(Kernel.ACTIVATION_BACKWARD, y.dtype())
        .at(mem(y))
        .at(mem(upstream))
        .at(mem(delta))
        .count(size(y))
        .count(KernelCodes.of(activation))
        .number(activation.slope())
        .each(size(y));
    return List.of(delta);
  }

  private Tensor backwardSums(Activation activation, Tensor y, Tensor upstream, Tensor delta) {
    int columns = y.shape().dim(1);
    Tensor out = allocate(Shape.of(columns), y.dtype());
    DeviceSums.Division division = DeviceSums.Division.of(y.shape().dim(0), columns);
    DeviceMemory partials = sums.partials(division, 1);
    KernelLaunch launch =
        stream
            .launch(Kernel.BACKWARD_COLUMNS, y.dtype())
            .at(mem(y))
            .at(mem(upstream))
            .at(mem(delta))
            .at(partials);
    division.run(
        division.extents(launch).count(KernelCodes.of(activation)).number(activation.slope()));
    sums.finish(division, partials, 1, mem(out));
    return out;
  }

  @Override
  public List<Tensor> columnMoments(Tensor x) {
    OperandChecks.columnMoments(x);
    Shape row = Shape.of(x.shape().dim(1));
    Tensor mean = allocate(row, x.dtype());
    Tensor variance = allocate(row, x.dtype());
    batchNormOf(x).moments(mem(mean), mem(variance));
    return List.of(mean, variance);
  }

  @Override
  public Tensor batchNorm(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor bias) {
    OperandChecks.batchNorm(x, moments, List.of(weight, bias));
    Tensor y = allocate(x.shape(), x.dtype());
    DeviceMemory mean = mem(moments.get(0));
    DeviceMemory variance = mem(moments.get(1));
    batchNormOf(x).forward(mean, variance, epsilon, mem(weight), mem(bias), mem(y));
    return y;
  }

  @Override
  public List<Tensor> batchNormBackward(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor upstream) {
    OperandChecks.batchNorm(x, moments, List.of(weight));
    OperandChecks.same("batchNorm", x, upstream);
    DeviceMemory mean = mem(moments.get(0));
    DeviceMemory variance = mem(moments.get(1));
    Tensor dx = allocate(x.shape(), x.dtype());
    Tensor dWeight = allocate(weight.shape(), x.dtype());
    Tensor dBias = allocate(weight.shape(), x.dtype());
    batchNormOf(x)
        .backward(
            mean,
            variance,
            epsilon,
            mem(weight),
            mem(upstream),
            new DeviceBatchNorm.Gradients(mem(dx), mem(dWeight), mem(dBias)));
    return List.of(dx, dWeight, dBias);
  }

  private DeviceBatchNorm batchNormOf(Tensor x) {
    return new DeviceBatchNorm(stream, sums, mem(x), x.shape().dim(0), x.shape().dim(1));
  }

  @Override
  public Tensor unary(UnaryOp op, Tensor x) {
    Tensor y = allocate(x.shape(), x.dtype());
    stream
        .launch(Kernel.UNARY, x.dtype())
        .at(mem(x))
        .at(mem(y))
        .count(size(x))
        .count(KernelCodes.of(op))
        .each(size(x));
    return y;
  }

  @Override
  public Tensor binary(BinaryOp op, Tensor a, Tensor b) {
    OperandChecks.same(op.name(), a, b);
    Tensor y = allocate(a.shape(), a.dtype());
    stream
        .launch(Kernel.BINARY, a.dtype())
        .at(mem(a))
        .at(mem(b))
        .at(mem(y))
        .count(size(a))
        .count(KernelCodes.of(op))
        .each(size(a));
    return y;
  }

  @Override
  public Tensor affine(Tensor x, double scale, double shift) {
    Tensor y = allocate(x.shape(), x.dtype());
    stream
        .launch(Kernel.AFFINE, x.dtype())
        .at(mem(x))
        .at(mem(y))
        .count(size(x))
        .number(scale)
        .number(shift)
        .each(size(x));
    return y;
  }

  @Override
  public Tensor addRow(Tensor x, Tensor row) {
    OperandChecks.row(x, row);
    return withVector(Kernel.ADD_ROW, x, row);
  }

  @Override
  public Tensor scaleRows(Tensor x, Tensor factors) {
    OperandChecks.column(x, factors);
    return withVector(Kernel.SCALE_ROWS, x, factors);
  }

  private Tensor withVector(Kernel kernel, Tensor x, Tensor vector) {
    Tensor y = allocate(x.shape(), x.dtype());
    stream
        .launch(kernel, x.dtype())
        .at(mem(x))
        .at(mem(vector))
        .at(mem(y))
        .count(size(x))
        .count(x.shape().dim(1))
        .each(size(x));
    return y;
  }

  @Override
  public Tensor rowDots(Tensor x, Tensor y) {
    Shape shape = OperandChecks.matrix("rowDots", x);
    OperandChecks.same("rowDots", x, y);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    sums.rows(mem(x), mem(y), mem(out), shape.dim(0), shape.dim(1));
    return out;
  }

  @Override
  public Tensor sum(Tensor x) {
    Tensor out = allocate(Shape.scalar(), x.dtype());
    sums.all(mem(x), x.shape().size(), false, mem(out));
    return out;
  }

  @Override
  public Tensor columnSums(Tensor x) {
    Shape shape = OperandChecks.matrix("columnSums", x);
    Tensor out = allocate(Shape.of(shape.dim(1)), x.dtype());
    sums.columns(mem(x), mem(out), shape.dim(0), shape.dim(1));
    return out;
  }

  @Override
  public Tensor rowSums(Tensor x) {
    Shape shape = OperandChecks.matrix("rowSums", x);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    sums.rows(mem(x), null, mem(out), shape.dim(0), shape.dim(1));
    return out;
  }

  @Override
  public Tensor rowMax(Tensor x) {
    Shape shape = OperandChecks.matrix("rowMax", x);
    Tensor out = allocate(Shape.of(shape.dim(0), 1), x.dtype());
    sums.maxima(mem(x), mem(out), shape.dim(0), shape.dim(1));
    return out;
  }

  @Override
  public Tensor broadcastScalar(Tensor scalar, Shape shape) {
    OperandChecks.repeatable("broadcastScalar", scalar, Shape.scalar());
    return repeat(scalar, shape, 1, 1);
  }

  @Override
  public Tensor broadcastRow(Tensor row, int rows) {
    int columns = size(row);
    OperandChecks.repeatable("broadcastRow", row, Shape.of(columns));
    return repeat(row, Shape.of(rows, columns), 1, columns);
  }

  @Override
  public Tensor broadcastColumn(Tensor column, int columns) {
    int rows = size(column);
    OperandChecks.repeatable("broadcastColumn", column, Shape.of(rows, 1));
    return repeat(column, Shape.of(rows, columns), columns, rows);
  }

  /** Each element {@code inner} times, and all {@code count} of them again and again. */
  private Tensor repeat(Tensor x, Shape shape, int inner, int count) {
    Tensor y = allocate(shape, x.dtype());
    stream
        .launch(Kernel.REPEAT, x.dtype())
        .at(mem(x))
        .at(mem(y))
        .count(size(y))
        .count(inner)
        .count(count)
        .each(size(y));
    return y;
  }

  @Override
  public Tensor sliceRows(Tensor x, int from, int to) {
    Shape shape = OperandChecks.slice(x, from, to);
    Scope scope = scopes.current();
    DeviceMemory slice = mem(x).plus((long) from * x.shape().columns());
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
    long at = 0;
    for (Tensor part : parts) {
      copy(mem(part), mem(joined).plus(at), size(part));
      at += size(part);
    }
    return joined;
  }

  private void copy(DeviceMemory from, DeviceMemory to, int elements) {
    if (elements > 0) {
      long bytes = (long) elements * from.dtype().bytes();
      stream.commands().copy(to.address(), from.address(), bytes);
    }
  }

  @Override
  public Tensor sliceColumns(Tensor x, int from, int to) {
    Tensor y = allocate(MapChecks.sliceColumns(x, from, to), x.dtype());
    copyColumns(x, from, y, 0, to - from);
    return y;
  }

  @Override
  public Tensor concatColumns(List<Tensor> parts) {
    Tensor y = allocate(MapChecks.concatColumns(parts), parts.get(0).dtype());
    int at = 0;
    for (Tensor part : parts) {
      copyColumns(part, 0, y, at, columns(part));
      at += columns(part);
    }
    return y;
  }

  /** Copies columns of every row. */
  private void copyColumns(Tensor x, int from, Tensor y, int at, int count) {
    DeviceMemory in = mem(x);
    if (count > 0) {
      int elements = size(x) / columns(x) * count;
      stream
          .launch(Kernel.COPY_COLUMNS, x.dtype())
          .at(in)
          .count(from)
          .count(columns(x))
          .at(mem(y))
          .count(at)
          .count(columns(y))
          .count(count)
          .count(elements)
          .each(elements);
    }
  }

  private static int columns(Tensor x) {
    return x.shape().dim(x.shape().rank() - 1);
  }

  @Override
  public Tensor sumsOfSquares(List<Tensor> tensors) {
    Tensor out = allocate(Shape.of(tensors.size()), DType.FLOAT64);
    for (int i = 0; i < tensors.size(); i++) {
      Tensor x = tensors.get(i);
      sums.all(mem(x), x.shape().size(), true, mem(out).plus(i));
    }
    return out;
  }

  @Override
  public List<double[]> toDoubles(List<Tensor> tensors) {
    access.check();
    List<DeviceMemory> memories = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (Tensor tensor : tensors) {
      memories.add(mem(tensor));
      values.add(new double[size(tensor)]);
    }
    return stream.readAll(memories, values);
  }

  @Override
  public void assign(State target, Tensor value) {
    access.check();
    OperandChecks.update("assign", value, target);
    DeviceMemory from = mem(value);
    DeviceMemory to = mem(target);
    if (from.address() != to.address()) {
      copy(from, to, size(value));
    }
  }

  @Override
  public void adam(State parameter, Tensor gradient, State m, State v, AdamStep step) {
    access.check();
    OperandChecks.update("adam", gradient, parameter, m, v);
    DeviceMemory g = mem(gradient);
    stream
        .launch(Kernel.ADAM, gradient.dtype())
        .at(mem(parameter))
        .at(g)
        .at(mem(m))
        .at(mem(v))
        .count(size(gradient))
        .number(step.beta1())
        .number(step.beta2())
        .number(step.stepSize())
        .number(step.secondMomentScale())
        .number(step.epsilon())
        .each(size(gradient));
  }

  private Tensor allocate(Shape shape, DType dtype) {
    Scope scope = scopes.current();
    return new Tensor(shape, dtype, arena.allocate(dtype, shape.size()), scope);
  }

  private static int size(Tensor tensor) {
    return tensor.shape().length();
  }

  private DeviceMemory mem(Tensor tensor) {
    return own(tensor.storage());
  }

  private DeviceMemory mem(State state) {
    return own(state.write());
  }

  private DeviceMemory own(Object storage) {
    access.check();
    if (storage instanceof DeviceMemory memory && memory.stream() == stream) {
      return memory;
    }
    boolean known = storage instanceof DeviceMemory;
    throw Expect.failure(
        "cuda",
        "a tensor of this backend",
        known ? "one of another cuda instance" : "storage of " + storage.getClass().getName(),
        "copy it through the host");
  }
}
