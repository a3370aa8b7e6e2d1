package org.gan4j.peers;

import java.util.concurrent.TimeUnit;
import org.gan4j.speed.workload.ProductShape;
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
 * Question: how long does a product of the same factors take in other libraries for the JVM? Each
 * product is compared with the {@code reference} backend's before it is timed.
 *
 * <p>Run: {@code java -jar gan-peers/target/peers.jar -p shape=MEDIUM_256_512_512}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class PeerProductBenchmark {
  /** The product's extents. */
  @Param({"SQUARE_16", "TOY_512_128_128", "MEDIUM_256_512_512", "LARGE_512_1024_1024"})
  public ProductShape shape;

  /** The library. */
  @Param public ProductLibrary library;

  /** The number of compute threads of those that let us choose. */
  @Param("2")
  public int threads;

  private Product product;

  /** Creates the benchmark; JMH calls this. */
  public PeerProductBenchmark() {}

  /** Creates the factors, and checks the product. */
  @Setup(Level.Trial)
  public void open() {
    Factors factors = Factors.of(shape);
    product = library.open(factors, threads);
    factors.requireEqual(library, product.result());
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    product.close();
  }

  /** Computes the product. */
  @Benchmark
  public void product() {
    product.run();
  }
}
