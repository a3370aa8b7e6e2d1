package org.gan4j.peers.step;

import java.util.concurrent.TimeUnit;
import org.gan4j.speed.workload.StepSize;
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
 * Question: how long does a whole GAN step of the same dense networks take in other libraries for
 * the JVM, each in a JVM of its own? The losses of the first steps are compared with plain loops in
 * doubles before anything is timed.
 *
 * <p>Run: {@code OMP_WAIT_POLICY=PASSIVE java -jar gan-peers/target/peers.jar PeerStep -p
 * size=MEDIUM}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class PeerStepBenchmark {
  /** The networks. */
  @Param({"TOY", "SMALL", "MEDIUM", "LARGE"})
  public StepSize size;

  /** The library. */
  @Param public StepLibrary library;

  /** The number of compute threads. */
  @Param("2")
  public int threads;

  private PeerStep step;

  /** Creates the benchmark; JMH calls this. */
  public PeerStepBenchmark() {}

  /** Builds the networks, and checks the first steps. */
  @Setup(Level.Trial)
  public void open() {
    step = ExpectedLosses.of(StepInputs.of(size)).open(library, threads);
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    step.close();
  }

  /**
   * Trains for one step.
   *
   * @return the sum of the losses
   */
  @Benchmark
  public double step() {
    StepLosses losses = step.step();
    return losses.discriminator() + losses.generator();
  }
}
