package org.gan4j.bench.kernel;

import java.util.concurrent.TimeUnit;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does a dense layer take, forward and with its weight and bias gradients, fused
 * ({@code dense}) or composed of product, bias and activation?
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Dense -p shape=SMALL_128_256_784}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class DenseBenchmark {
  /** Batch × units × inputs. */
  @Param public ProductShape shape;

  /** The activation. */
  @Param({"leaky_relu(0.2)", "tanh"})
  public String activation;

  /** The backend. */
  @Param("cpu")
  public String backend;

  /** The element type. */
  @Param("FLOAT32")
  public DType dtype;

  /** The number of compute threads. */
  @Param("2")
  public int threads;

  private Backend opened;
  private Activation function;
  private Tensor x;
  private Parameter weight;
  private Parameter bias;

  /** Creates the benchmark; JMH calls this. */
  public DenseBenchmark() {}

  /** Creates a batch and a layer. */
  @Setup(Level.Trial)
  public void open() {
    opened = Backends.open(backend, new BackendOptions(threads, dtype));
    opened.openScope();
    function = Activation.parse(activation);
    x = RandomOperands.tensor(opened, dtype, "x", shape.m(), shape.k());
    Shape weights = Shape.of(shape.n(), shape.k());
    weight = new Parameter(opened, "w", weights, dtype, RandomOperands.values("w", weights));
    Shape row = Shape.of(shape.n());
    bias = new Parameter(opened, "b", row, dtype, RandomOperands.values("b", row));
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    opened.close();
  }

  /** {@return the sum of the outputs, fused} */
  @Benchmark
  public double forward() {
    try (Tape tape = Tape.on(opened)) {
      return fused(tape).sum().item();
    }
  }

  /** {@return the sum of the outputs, composed of three operations} */
  @Benchmark
  public double forwardComposed() {
    try (Tape tape = Tape.on(opened)) {
      return composed(tape).sum().item();
    }
  }

  /** {@return the squared norm of the parameters' gradient, fused} */
  @Benchmark
  public double backward() {
    try (Tape tape = Tape.on(opened)) {
      return gradientNorm(tape, fused(tape));
    }
  }

  /** {@return the squared norm of the parameters' gradient, composed} */
  @Benchmark
  public double backwardComposed() {
    try (Tape tape = Tape.on(opened)) {
      return gradientNorm(tape, composed(tape));
    }
  }

  private Var fused(Tape tape) {
    return tape.constant(x).dense(tape.use(weight), tape.use(bias), function);
  }

  private Var composed(Tape tape) {
    return tape.constant(x)
        .matmul(false, tape.use(weight), true)
        .add(tape.use(bias))
        .activate(function);
  }

  private double gradientNorm(Tape tape, Var y) {
    var gradients = tape.backward(y.square().sum());
    return opened.sumOfSquares(gradients.of(weight)) + opened.sumOfSquares(gradients.of(bias));
  }
}
