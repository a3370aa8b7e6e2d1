package org.gan4j.core.backend.reference;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
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

/**
 * Naive loops. Every result element is computed in double precision and rounded once to the element
 * type, so FLOAT32 results are as good as FLOAT32 can be.
 */
final class ReferenceBackend implements Backend {
  private final Access access = new Access("reference");
  private final ScopeStack scopes = new ScopeStack(access, new GarbageCollected());
  private final DType dtype;

  ReferenceBackend(DType dtype) {
    this.dtype = dtype;
  }

  /** Java's heap: nothing to mark and nothing to release. */
  private static final class GarbageCollected implements ScopeStack.Memory {
    @Override
    public long mark() {
      return 0;
    }

    @Override
    public void release(long mark) {}
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public DType dtype() {
    return dtype;
  }

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
    return 0;
  }

  @Override
  public void sync() {
    access.check();
  }

  @Override
  public void close() {
    access.close();
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, float... values) {
    OperandChecks.host(shape, values.length);
    return make(shape, dtype, i -> values[i]);
  }

  @Override
  public Tensor tensor(Shape shape, DType dtype, double... values) {
    OperandChecks.host(shape, values.length);
    return make(shape, dtype, i -> values[i]);
  }

  @Override
  public Tensor full(Shape shape, DType dtype, double value) {
    return make(shape, dtype, i -> value);
  }

  @Override
  public State state(Shape shape, DType dtype, double... values) {
    access.check();
    OperandChecks.host(shape, values.length);
    return new State(shape, dtype, new HostStorage(access, compute(shape, dtype, i -> values[i])));
  }

  @Override
  public Tensor gemm(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
    Shape product = OperandChecks.gemm(a, transposeA, b, transposeB);
    int inner = a.shape().dim(transposeA ? 0 : 1);
    double[] left = values(a);
    double[] right = values(b);
    int rows = product.dim(0);
    int columns = product.dim(1);
    return make(
        product,
        a.dtype(),
        i -> {
          int row = i / columns;
          int column = i % columns;
          double sum = 0;
          for (int k = 0; k < inner; k++) {
            sum +=
                left[transposeA ? k * rows + row : row * inner + k]
                    * right[transposeB ? column * inner + k : k * columns + column];
          }
          return sum;
        });
  }

  @Override
  public Tensor dense(Tensor x, Tensor w, Tensor bias, Activation activation) {
    OperandChecks.dense(x, w, bias);
    Tensor product = gemm(x, false, w, true);
    return activation(activation, bias == null ? product : addRow(product, bias));
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor w, Tensor bias, Window window, Activation activation) {
    Shape shape = MapChecks.conv2d(x, w, bias, window);
    double[] in = values(x);
    double[] weights = values(w);
    Tensor product =
        make(shape, x.dtype(), i -> MapLoops.conv2d(i, shape, in, x.shape(), weights, window));
    return finish(product, bias, activation);
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
    double[] in = values(g);
    double[] weights = values(w);
    Tensor product =
        make(
            shape,
            g.dtype(),
            i -> MapLoops.convTranspose2d(i, shape, in, g.shape(), weights, window));
    return finish(product, bias, activation);
  }

  private Tensor finish(Tensor maps, Tensor bias, Activation activation) {
    double[] in = values(maps);
    double[] added = bias == null ? new double[maps.shape().dim(3)] : values(bias);
    return make(maps.shape(), maps.dtype(), i -> activation.apply(in[i] + added[i % added.length]));
  }

  @Override
  public Tensor conv2dWeights(Tensor x, Tensor g, Window window) {
    Shape shape = MapChecks.conv2dWeights(x, g, window);
    double[] in = values(x);
    double[] up = values(g);
    return make(
        shape, x.dtype(), i -> MapLoops.conv2dWeights(i, in, x.shape(), up, g.shape(), window));
  }

  @Override
  public Tensor upsample(Tensor x, int height, int width) {
    Shape shape = MapChecks.upsample(x, height, width);
    double[] in = values(x);
    return make(shape, x.dtype(), i -> MapLoops.upsample(i, shape, in, x.shape()));
  }

  @Override
  public Tensor averagePool(Tensor x, int height, int width) {
    Shape shape = MapChecks.averagePool(x, height, width);
    double[] in = values(x);
    return make(shape, x.dtype(), i -> MapLoops.averagePool(i, shape, in, x.shape()));
  }

  @Override
  public Tensor translate(Tensor x, List<Shift> shifts) {
    Shape shape = MapChecks.translate(x, shifts);
    double[] in = values(x);
    return make(shape, x.dtype(), i -> MapLoops.translate(i, in, shape, shifts));
  }

  @Override
  public Tensor activation(Activation activation, Tensor x) {
    double[] in = values(x);
    return make(x.shape(), x.dtype(), i -> activation.apply(in[i]));
  }

  @Override
  public List<Tensor> activationBackward(
      Activation activation, Tensor y, Tensor upstream, boolean columnSums) {
    OperandChecks.same("activationBackward", y, upstream);
    if (columnSums) {
      OperandChecks.matrix("activationBackward", y);
    }
    double[] out = values(y);
    double[] up = values(upstream);
    Tensor delta = make(y.shape(), y.dtype(), i -> up[i] * activation.derivativeAtOutput(out[i]));
    return columnSums ? List.of(delta, columnSums(delta)) : List.of(delta);
  }

  @Override
  public Tensor unary(UnaryOp op, Tensor x) {
    double[] in = values(x);
    return make(x.shape(), x.dtype(), i -> op.apply(in[i]));
  }

  @Override
  public Tensor binary(BinaryOp op, Tensor a, Tensor b) {
    OperandChecks.same(op.name(), a, b);
    double[] left = values(a);
    double[] right = values(b);
    return make(a.shape(), a.dtype(), i -> op.apply(left[i], right[i]));
  }

  @Override
  public Tensor affine(Tensor x, double scale, double shift) {
    double[] in = values(x);
    return make(x.shape(), x.dtype(), i -> scale * in[i] + shift);
  }

  @Override
  public Tensor addRow(Tensor x, Tensor row) {
    OperandChecks.row(x, row);
    double[] in = values(x);
    double[] added = values(row);
    return make(x.shape(), x.dtype(), i -> in[i] + added[i % added.length]);
  }

  @Override
  public Tensor scaleRows(Tensor x, Tensor factors) {
    OperandChecks.column(x, factors);
    double[] in = values(x);
    double[] scale = values(factors);
    int columns = x.shape().dim(1);
    return make(x.shape(), x.dtype(), i -> in[i] * scale[i / columns]);
  }

  @Override
  public Tensor rowDots(Tensor x, Tensor y) {
    Shape shape = OperandChecks.matrix("rowDots", x);
    OperandChecks.same("rowDots", x, y);
    double[] left = values(x);
    double[] right = values(y);
    int columns = shape.dim(1);
    return make(
        Shape.of(shape.dim(0), 1),
        x.dtype(),
        row -> {
          double sum = 0;
          for (int i = row * columns; i < (row + 1) * columns; i++) {
            sum += left[i] * right[i];
          }
          return sum;
        });
  }

  @Override
  public Tensor sum(Tensor x) {
    double[] in = values(x);
    return make(
        Shape.scalar(),
        x.dtype(),
        i -> {
          double sum = 0;
          for (double value : in) {
            sum += value;
          }
          return sum;
        });
  }

  @Override
  public Tensor columnSums(Tensor x) {
    Shape shape = OperandChecks.matrix("columnSums", x);
    double[] in = values(x);
    int columns = shape.dim(1);
    return make(
        Shape.of(columns),
        x.dtype(),
        column -> {
          double sum = 0;
          for (int i = column; i < in.length; i += columns) {
            sum += in[i];
          }
          return sum;
        });
  }

  @Override
  public Tensor rowSums(Tensor x) {
    return foldRows("rowSums", x, 0, Double::sum);
  }

  @Override
  public Tensor rowMax(Tensor x) {
    return foldRows("rowMax", x, Double.NEGATIVE_INFINITY, Math::max);
  }

  private Tensor foldRows(String where, Tensor x, double start, DoubleBinaryOperator step) {
    Shape shape = OperandChecks.matrix(where, x);
    double[] in = values(x);
    int columns = shape.dim(1);
    return make(
        Shape.of(shape.dim(0), 1),
        x.dtype(),
        row -> {
          double folded = start;
          for (int i = row * columns; i < (row + 1) * columns; i++) {
            folded = step.applyAsDouble(folded, in[i]);
          }
          return folded;
        });
  }

  @Override
  public Tensor broadcastScalar(Tensor scalar, Shape shape) {
    OperandChecks.repeatable("broadcastScalar", scalar, Shape.scalar());
    double value = values(scalar)[0];
    return make(shape, scalar.dtype(), i -> value);
  }

  @Override
  public Tensor broadcastRow(Tensor row, int rows) {
    OperandChecks.repeatable("broadcastRow", row, Shape.of((int) row.shape().size()));
    double[] in = values(row);
    return make(Shape.of(rows, in.length), row.dtype(), i -> in[i % in.length]);
  }

  @Override
  public Tensor broadcastColumn(Tensor column, int columns) {
    OperandChecks.repeatable("broadcastColumn", column, Shape.of((int) column.shape().size(), 1));
    double[] in = values(column);
    return make(Shape.of(in.length, columns), column.dtype(), i -> in[i / columns]);
  }

  @Override
  public Tensor sliceRows(Tensor x, int from, int to) {
    Shape shape = OperandChecks.slice(x, from, to);
    double[] in = values(x);
    int start = from * x.shape().columns();
    return make(shape, x.dtype(), i -> in[start + i]);
  }

  @Override
  public Tensor concatRows(List<Tensor> parts) {
    Shape shape = OperandChecks.concat(parts);
    double[] joined = new double[shape.length()];
    int at = 0;
    for (Tensor part : parts) {
      int length = (int) part.shape().size();
      System.arraycopy(values(part), 0, joined, at, length);
      at += length;
    }
    return make(shape, parts.get(0).dtype(), i -> joined[i]);
  }

  @Override
  public Tensor sliceColumns(Tensor x, int from, int to) {
    Shape shape = MapChecks.sliceColumns(x, from, to);
    double[] in = values(x);
    int all = x.shape().dim(x.shape().rank() - 1);
    int some = to - from;
    return make(shape, x.dtype(), i -> in[i / some * all + from + i % some]);
  }

  @Override
  public Tensor concatColumns(List<Tensor> parts) {
    Shape shape = MapChecks.concatColumns(parts);
    int columns = shape.dim(shape.rank() - 1);
    double[] joined = new double[shape.length()];
    int at = 0;
    for (Tensor part : parts) {
      double[] in = values(part);
      int some = part.shape().dim(part.shape().rank() - 1);
      for (int i = 0; i < in.length; i++) {
        joined[i / some * columns + at + i % some] = in[i];
      }
      at += some;
    }
    return make(shape, parts.get(0).dtype(), i -> joined[i]);
  }

  @Override
  public Tensor sumsOfSquares(List<Tensor> tensors) {
    return make(
        Shape.of(tensors.size()),
        DType.FLOAT64,
        i -> {
          double sum = 0;
          for (double value : values(tensors.get(i))) {
            sum += value * value;
          }
          return sum;
        });
  }

  @Override
  public List<double[]> toDoubles(List<Tensor> tensors) {
    access.check();
    return tensors.stream().map(tensor -> values(tensor).clone()).toList();
  }

  @Override
  public void assign(State target, Tensor value) {
    OperandChecks.update("assign", value, target);
    double[] from = values(value);
    System.arraycopy(from, 0, values(target), 0, from.length);
  }

  @Override
  public void adam(State parameter, Tensor gradient, State m, State v, AdamStep step) {
    OperandChecks.update("adam", gradient, parameter, m, v);
    DType dtype = gradient.dtype();
    double[] g = values(gradient);
    double[] p = values(parameter);
    double[] first = values(m);
    double[] second = values(v);
    for (int i = 0; i < g.length; i++) {
      first[i] = dtype.round(step.beta1() * first[i] + (1 - step.beta1()) * g[i]);
      second[i] = dtype.round(step.beta2() * second[i] + (1 - step.beta2()) * g[i] * g[i]);
      double root = Math.sqrt(second[i]) * step.secondMomentScale() + step.epsilon();
      p[i] = dtype.round(p[i] - step.stepSize() * first[i] / root);
    }
  }

  private Tensor make(Shape shape, DType dtype, IntToDoubleFunction element) {
    Scope scope = scopes.current();
    return new Tensor(shape, dtype, new HostStorage(access, compute(shape, dtype, element)), scope);
  }

  private static double[] compute(Shape shape, DType dtype, IntToDoubleFunction element) {
    double[] values = new double[shape.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = dtype.round(element.applyAsDouble(i));
    }
    return values;
  }

  /** The elements, exactly: a reshaped tensor has as many as its storage. */
  private double[] values(Tensor tensor) {
    return host(tensor.storage()).values();
  }

  private double[] values(State state) {
    return host(state.write()).values();
  }

  private HostStorage host(Object storage) {
    if (storage instanceof HostStorage host && host.access() == access) {
      return host;
    }
    boolean known = storage instanceof HostStorage;
    throw Expect.failure(
        "reference",
        "a tensor of this backend",
        known ? "one of another reference instance" : "storage of " + storage.getClass().getName(),
        "copy it through the host");
  }
}
