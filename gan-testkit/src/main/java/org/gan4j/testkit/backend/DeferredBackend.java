package org.gan4j.testkit.backend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Access;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.MapChecks;
import org.gan4j.core.backend.OperandChecks;
import org.gan4j.core.backend.Scope;
import org.gan4j.core.backend.ScopeStack;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.backend.State;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.backend.Window;

/**
 * Runs the operations of another backend late and on another thread, as a GPU does.
 *
 * <p>Operands are checked at once; the work waits in a queue until {@link #sync}, {@link
 * #reservedBytes} or a host read. Scopes open and close in the queue too, in order, so memory is
 * reused equally late. Code that passes on this backend does not assume that operations are
 * complete when their call returns.
 */
public final class DeferredBackend implements Backend {
  private final LateThread late;
  private final Backend inner;
  private final String name;
  private final int threads;
  private final DType dtype;
  private final Deque<Scope> innerScopes = new ArrayDeque<>();
  private final Access access;
  private final ScopeStack scopes;

  /** Scopes of the wrapped backend, opened and closed in the order of the queue. */
  private final class QueuedScopes implements ScopeStack.Memory {
    @Override
    public long mark() {
      late.enqueue(() -> innerScopes.push(inner.openScope()));
      return 0;
    }

    @Override
    public void release(long mark) {
      late.enqueue(() -> innerScopes.pop().close());
    }
  }

  private DeferredBackend(LateThread late, Backend inner, String name, int threads, DType dtype) {
    this.late = late;
    this.inner = inner;
    this.name = "deferred " + name;
    this.threads = threads;
    this.dtype = dtype;
    this.access = new Access(this.name);
    this.scopes = new ScopeStack(access, new QueuedScopes());
  }

  /**
   * Opens a backend on its own thread and wraps it.
   *
   * @param opener opens the backend to wrap, which will belong to the new thread
   * @param options what to ask of it
   * @return the wrapper, which belongs to the calling thread
   */
  public static DeferredBackend open(
      Function<BackendOptions, Backend> opener, BackendOptions options) {
    LateThread late = new LateThread();
    Backend inner = late.await(() -> opener.apply(options));
    return new DeferredBackend(late, inner, inner.name(), inner.threads(), inner.dtype());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public DType dtype() {
    return dtype;
  }

  @Override
  public Scope openScope() {
    return scopes.open();
  }

  @Override
  public long reservedBytes() {
    return await(inner::reservedBytes);
  }

  @Override
  public void sync() {
    await(
        () -> {
          inner.sync();
          return true;
        });
  }

  @Override
  public void close() {
    if (access.close()) {
      late.close(inner::close);
    }
  }

  /** Runs everything queued so far, then a read. */
  <T> T await(Supplier<T> read) {
    access.check();
    return late.await(read);
  }

  private Tensor later(Shape shape, DType type, Supplier<Tensor> operation) {
    Scope scope = scopes.current();
    LateStorage result = new LateStorage(this);
    late.enqueue(() -> result.complete(operation.get()));
    return new Tensor(shape, type, result, scope);
  }

  private List<Tensor> laterAll(List<Shape> shapes, DType type, Supplier<List<Tensor>> operation) {
    Scope scope = scopes.current();
    List<LateStorage> results = shapes.stream().map(shape -> new LateStorage(this)).toList();
    late.enqueue(
        () -> {
          List<Tensor> values = operation.get();
          for (int i = 0; i < values.size(); i++) {
            results.get(i).complete(values.get(i));
          }
        });
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      tensors.add(new Tensor(shapes.get(i), type, results.get(i), scope));
    }
    return tensors;
  }

  /** The operand, resolved when the operation runs; checks now that it is valid and ours. */
  private Supplier<Tensor> operand(Tensor tensor) {
    LateStorage storage = own(tensor.storage());
    return () -> storage.tensor().reshape(tensor.shape());
  }

  private Supplier<List<Tensor>> operands(List<Tensor> tensors) {
    List<Supplier<Tensor>> each = tensors.stream().map(this::operand).toList();
    return () -> each.stream().map(Supplier::get).toList();
  }

  private Supplier<State> target(State state) {
    LateStorage storage = own(state.write());
    return storage::state;
  }

  private LateStorage own(Object storage) {
    if (storage instanceof LateStorage ours && ours.owner() == this) {
      return ours;
    }
    throw Expect.failure(
        name,
        "a tensor of this backend",
        "storage of " + storage.getClass().getName(),
        "copy it through the host");
  }

  private Tensor elementwise(Tensor x, Function<Tensor, Tensor> operation) {
    Supplier<Tensor> in = operand(x);
    return later(x.shape(), x.dtype(), () -> operation.apply(in.get()));
  }

  @Override
  public Tensor tensor(Shape shape, DType type, float... values) {
    OperandChecks.host(shape, values.length);
    float[] copy = values.clone();
    return later(shape, type, () -> inner.tensor(shape, type, copy));
  }

  @Override
  public Tensor tensor(Shape shape, DType type, double... values) {
    OperandChecks.host(shape, values.length);
    double[] copy = values.clone();
    return later(shape, type, () -> inner.tensor(shape, type, copy));
  }

  @Override
  public Tensor full(Shape shape, DType type, double value) {
    return later(shape, type, () -> inner.full(shape, type, value));
  }

  @Override
  public State state(Shape shape, DType type, double... values) {
    access.check();
    OperandChecks.host(shape, values.length);
    double[] copy = values.clone();
    LateStorage storage = new LateStorage(this);
    late.enqueue(() -> storage.complete(inner.state(shape, type, copy)));
    return new State(shape, type, storage);
  }

  @Override
  public Tensor gemm(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
    Shape shape = OperandChecks.gemm(a, transposeA, b, transposeB);
    Supplier<Tensor> left = operand(a);
    Supplier<Tensor> right = operand(b);
    return later(
        shape, a.dtype(), () -> inner.gemm(left.get(), transposeA, right.get(), transposeB));
  }

  @Override
  public Tensor dense(Tensor x, Tensor w, Tensor bias, Activation activation) {
    Shape shape = OperandChecks.dense(x, w, bias);
    Supplier<Tensor> batch = operand(x);
    Supplier<Tensor> weights = operand(w);
    Supplier<Tensor> row = bias == null ? () -> null : operand(bias);
    return later(
        shape, x.dtype(), () -> inner.dense(batch.get(), weights.get(), row.get(), activation));
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor w, Tensor bias, Window window, Activation activation) {
    Shape shape = MapChecks.conv2d(x, w, bias, window);
    Supplier<Tensor> batch = operand(x);
    Supplier<Tensor> weights = operand(w);
    Supplier<Tensor> row = bias == null ? () -> null : operand(bias);
    return later(
        shape,
        x.dtype(),
        () -> inner.conv2d(batch.get(), weights.get(), row.get(), window, activation));
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
    Supplier<Tensor> batch = operand(g);
    Supplier<Tensor> weights = operand(w);
    Supplier<Tensor> row = bias == null ? () -> null : operand(bias);
    return later(
        shape,
        g.dtype(),
        () ->
            inner.convTranspose2d(
                batch.get(), weights.get(), row.get(), window, height, width, activation));
  }

  @Override
  public Tensor conv2dWeights(Tensor x, Tensor g, Window window) {
    Shape shape = MapChecks.conv2dWeights(x, g, window);
    Supplier<Tensor> maps = operand(x);
    Supplier<Tensor> gradient = operand(g);
    return later(shape, x.dtype(), () -> inner.conv2dWeights(maps.get(), gradient.get(), window));
  }

  @Override
  public Tensor upsample(Tensor x, int height, int width) {
    Shape shape = MapChecks.upsample(x, height, width);
    Supplier<Tensor> in = operand(x);
    return later(shape, x.dtype(), () -> inner.upsample(in.get(), height, width));
  }

  @Override
  public Tensor averagePool(Tensor x, int height, int width) {
    Shape shape = MapChecks.averagePool(x, height, width);
    Supplier<Tensor> in = operand(x);
    return later(shape, x.dtype(), () -> inner.averagePool(in.get(), height, width));
  }

  @Override
  public Tensor translate(Tensor x, List<Shift> shifts) {
    Shape shape = MapChecks.translate(x, shifts);
    List<Shift> fixed = List.copyOf(shifts);
    Supplier<Tensor> in = operand(x);
    return later(shape, x.dtype(), () -> inner.translate(in.get(), fixed));
  }

  @Override
  public Tensor sliceColumns(Tensor x, int from, int to) {
    Shape shape = MapChecks.sliceColumns(x, from, to);
    Supplier<Tensor> in = operand(x);
    return later(shape, x.dtype(), () -> inner.sliceColumns(in.get(), from, to));
  }

  @Override
  public Tensor concatColumns(List<Tensor> parts) {
    Shape shape = MapChecks.concatColumns(parts);
    Supplier<List<Tensor>> all = operands(parts);
    return later(shape, parts.get(0).dtype(), () -> inner.concatColumns(all.get()));
  }

  @Override
  public Tensor activation(Activation activation, Tensor x) {
    return elementwise(x, in -> inner.activation(activation, in));
  }

  @Override
  public List<Tensor> activationBackward(
      Activation activation, Tensor y, Tensor upstream, boolean columnSums) {
    OperandChecks.same("activationBackward", y, upstream);
    Supplier<Tensor> out = operand(y);
    Supplier<Tensor> up = operand(upstream);
    if (!columnSums) {
      return List.of(
          later(
              y.shape(),
              y.dtype(),
              () -> inner.activationBackward(activation, out.get(), up.get(), false).get(0)));
    }
    Shape sums = Shape.of(OperandChecks.matrix("activationBackward", y).dim(1));
    return laterAll(
        List.of(y.shape(), sums),
        y.dtype(),
        () -> inner.activationBackward(activation, out.get(), up.get(), true));
  }

  @Override
  public List<Tensor> columnMoments(Tensor x) {
    OperandChecks.columnMoments(x);
    Supplier<Tensor> in = operand(x);
    Shape row = Shape.of(x.shape().dim(1));
    return laterAll(List.of(row, row), x.dtype(), () -> inner.columnMoments(in.get()));
  }

  @Override
  public Tensor batchNorm(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor bias) {
    OperandChecks.batchNorm(x, moments, List.of(weight, bias));
    Supplier<List<Tensor>> all = operands(List.of(weight, bias));
    Supplier<List<Tensor>> known = operands(moments);
    return elementwise(
        x, in -> inner.batchNorm(in, known.get(), epsilon, all.get().get(0), all.get().get(1)));
  }

  @Override
  public List<Tensor> batchNormBackward(
      Tensor x, List<Tensor> moments, double epsilon, Tensor weight, Tensor upstream) {
    OperandChecks.batchNorm(x, moments, List.of(weight));
    OperandChecks.same("batchNorm", x, upstream);
    Supplier<List<Tensor>> all = operands(List.of(x, weight, upstream));
    Supplier<List<Tensor>> known = operands(moments);
    return laterAll(
        List.of(x.shape(), weight.shape(), weight.shape()),
        x.dtype(),
        () -> {
          List<Tensor> in = all.get();
          return inner.batchNormBackward(in.get(0), known.get(), epsilon, in.get(1), in.get(2));
        });
  }

  @Override
  public Tensor unary(UnaryOp op, Tensor x) {
    return elementwise(x, in -> inner.unary(op, in));
  }

  @Override
  public Tensor binary(BinaryOp op, Tensor a, Tensor b) {
    OperandChecks.same(op.name(), a, b);
    Supplier<Tensor> right = operand(b);
    return elementwise(a, left -> inner.binary(op, left, right.get()));
  }

  @Override
  public Tensor affine(Tensor x, double scale, double shift) {
    return elementwise(x, in -> inner.affine(in, scale, shift));
  }

  @Override
  public Tensor addRow(Tensor x, Tensor row) {
    OperandChecks.row(x, row);
    Supplier<Tensor> added = operand(row);
    return elementwise(x, in -> inner.addRow(in, added.get()));
  }

  @Override
  public Tensor scaleRows(Tensor x, Tensor factors) {
    OperandChecks.column(x, factors);
    Supplier<Tensor> scale = operand(factors);
    return elementwise(x, in -> inner.scaleRows(in, scale.get()));
  }

  @Override
  public Tensor rowDots(Tensor x, Tensor y) {
    Shape shape = OperandChecks.matrix("rowDots", x);
    OperandChecks.same("rowDots", x, y);
    Supplier<Tensor> left = operand(x);
    Supplier<Tensor> right = operand(y);
    return later(
        Shape.of(shape.dim(0), 1), x.dtype(), () -> inner.rowDots(left.get(), right.get()));
  }

  @Override
  public Tensor sum(Tensor x) {
    Supplier<Tensor> in = operand(x);
    return later(Shape.scalar(), x.dtype(), () -> inner.sum(in.get()));
  }

  @Override
  public Tensor columnSums(Tensor x) {
    Shape shape = OperandChecks.matrix("columnSums", x);
    Supplier<Tensor> in = operand(x);
    return later(Shape.of(shape.dim(1)), x.dtype(), () -> inner.columnSums(in.get()));
  }

  @Override
  public Tensor rowSums(Tensor x) {
    Shape shape = OperandChecks.matrix("rowSums", x);
    Supplier<Tensor> in = operand(x);
    return later(Shape.of(shape.dim(0), 1), x.dtype(), () -> inner.rowSums(in.get()));
  }

  @Override
  public Tensor rowMax(Tensor x) {
    Shape shape = OperandChecks.matrix("rowMax", x);
    Supplier<Tensor> in = operand(x);
    return later(Shape.of(shape.dim(0), 1), x.dtype(), () -> inner.rowMax(in.get()));
  }

  @Override
  public Tensor broadcastScalar(Tensor scalar, Shape shape) {
    OperandChecks.repeatable("broadcastScalar", scalar, Shape.scalar());
    Supplier<Tensor> in = operand(scalar);
    return later(shape, scalar.dtype(), () -> inner.broadcastScalar(in.get(), shape));
  }

  @Override
  public Tensor broadcastRow(Tensor row, int rows) {
    int columns = (int) row.shape().size();
    OperandChecks.repeatable("broadcastRow", row, Shape.of(columns));
    Supplier<Tensor> in = operand(row);
    return later(Shape.of(rows, columns), row.dtype(), () -> inner.broadcastRow(in.get(), rows));
  }

  @Override
  public Tensor broadcastColumn(Tensor column, int columns) {
    int rows = (int) column.shape().size();
    OperandChecks.repeatable("broadcastColumn", column, Shape.of(rows, 1));
    Supplier<Tensor> in = operand(column);
    return later(
        Shape.of(rows, columns), column.dtype(), () -> inner.broadcastColumn(in.get(), columns));
  }

  @Override
  public Tensor sliceRows(Tensor x, int from, int to) {
    Shape shape = OperandChecks.slice(x, from, to);
    Supplier<Tensor> in = operand(x);
    Tensor slice = later(shape, x.dtype(), () -> inner.sliceRows(in.get(), from, to));
    return new Tensor(
        shape,
        x.dtype(),
        slice.storage(),
        () -> {
          slice.storage();
          x.storage();
        });
  }

  @Override
  public Tensor concatRows(List<Tensor> parts) {
    Shape shape = OperandChecks.concat(parts);
    Supplier<List<Tensor>> in = operands(parts);
    return later(shape, parts.get(0).dtype(), () -> inner.concatRows(in.get()));
  }

  @Override
  public Tensor sumsOfSquares(List<Tensor> tensors) {
    Supplier<List<Tensor>> in = operands(tensors);
    return later(Shape.of(tensors.size()), DType.FLOAT64, () -> inner.sumsOfSquares(in.get()));
  }

  @Override
  public List<double[]> toDoubles(List<Tensor> tensors) {
    Supplier<List<Tensor>> in = operands(tensors);
    return await(() -> inner.toDoubles(in.get()));
  }

  @Override
  public void assign(State target, Tensor value) {
    access.check();
    OperandChecks.update("assign", value, target);
    Supplier<Tensor> from = operand(value);
    Supplier<State> to = target(target);
    late.enqueue(() -> inner.assign(to.get(), from.get()));
  }

  @Override
  public void adam(State parameter, Tensor gradient, State m, State v, AdamStep step) {
    access.check();
    OperandChecks.update("adam", gradient, parameter, m, v);
    Supplier<Tensor> g = operand(gradient);
    Supplier<State> p = target(parameter);
    Supplier<State> first = target(m);
    Supplier<State> second = target(v);
    late.enqueue(() -> inner.adam(p.get(), g.get(), first.get(), second.get(), step));
  }
}
