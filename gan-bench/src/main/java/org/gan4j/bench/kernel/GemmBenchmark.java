package org.gan4j.bench.kernel;

import java.util.concurrent.TimeUnit;
import org.gan4j.core.DType;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
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
 * Question: how long does a matrix product take, depending on the layout of its factors? Forward
 * passes multiply by a transposed right factor, input gradients by a plain one, weight gradients
 * have a transposed left one.
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Gemm -p shape=LARGE_512_1024_1024}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class GemmBenchmark {
  /** The product's extents. */
  @Param public ProductShape shape;

  /** Whether each factor is transposed: N or T, left then right. */
  @Param({"NT", "NN", "TN"})
  public String layout;

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
  private Tensor a;
  private Tensor b;

  /** Creates the benchmark; JMH calls this. */
  public GemmBenchmark() {}

  /** Creates the factors. */
  @Setup(Level.Trial)
  public void open() {
    opened = Backends.open(backend, new BackendOptions(threads, dtype));
    opened.openScope();
    boolean ta = layout.charAt(0) == 'T';
    boolean tb = layout.charAt(1) == 'T';
    a = factor("a", ta, shape.m(), shape.k());
    b = factor("b", tb, shape.k(), shape.n());
  }

  private Tensor factor(String name, boolean transposed, int rows, int columns) {
    return transposed
        ? RandomOperands.tensor(opened, dtype, name, columns, rows)
        : RandomOperands.tensor(opened, dtype, name, rows, columns);
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    opened.close();
  }

  /** {@return the product, once the device has computed it; no longer readable} */
  @Benchmark
  public Tensor product() {
    try (Tape tape = Tape.on(opened)) {
      Tensor product = tape.backend().gemm(a, layout.charAt(0) == 'T', b, layout.charAt(1) == 'T');
      opened.sync();
      return product;
    }
  }
}
