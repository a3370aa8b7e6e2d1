package org.gan4j.bench.kernel;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gan4j.core.DType;
import org.gan4j.core.Tensor;
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
 * Question: how long do a convolution and its two adjoints take? On {@code cpu}, FLOAT32 goes
 * through oneDNN where its library is there, and FLOAT64 through patches.
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Convolution -p shape=STRIDED_14_64_128}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ConvolutionBenchmark {
  /** Maps, channels, kernel and stride. */
  @Param public MapShape shape;

  /** The backend. */
  @Param("cpu")
  public String backend;

  /** The element type. */
  @Param({"FLOAT32", "FLOAT64"})
  public DType dtype;

  /** The number of compute threads. */
  @Param("2")
  public int threads;

  private Backend opened;
  private Tensor maps;
  private Tensor weights;
  private Tensor bias;
  private Tensor results;

  /** Creates the benchmark; JMH calls this. */
  public ConvolutionBenchmark() {}

  /** Creates maps, weights, and a gradient of the results. */
  @Setup(Level.Trial)
  public void open() {
    opened = Backends.open(backend, new BackendOptions(threads, dtype));
    opened.openScope();
    maps = RandomOperands.tensor(opened, dtype, "maps", shape.maps());
    weights = RandomOperands.tensor(opened, dtype, "weights", shape.weights());
    bias = RandomOperands.tensor(opened, dtype, "bias", shape.bias());
    results = RandomOperands.tensor(opened, dtype, "results", shape.results());
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    opened.close();
  }

  /** {@return the squared norm of the results} */
  @Benchmark
  public double forward() {
    Activation leaky = Activation.leakyRelu(0.2);
    return norm(() -> opened.conv2d(maps, weights, bias, shape.window(), leaky));
  }

  /** {@return the squared norm of the adjoint by the maps} */
  @Benchmark
  public double byMaps() {
    int size = shape.size();
    return norm(
        () ->
            opened.convTranspose2d(
                results, weights, null, shape.window(), size, size, Activation.IDENTITY));
  }

  /** {@return the squared norm of the adjoint by the weights} */
  @Benchmark
  public double byWeights() {
    return norm(() -> opened.conv2dWeights(maps, results, shape.window()));
  }

  private double norm(Supplier<Tensor> result) {
    var scope = opened.openScope();
    try {
      return opened.sumOfSquares(result.get());
    } finally {
      scope.close();
    }
  }
}
