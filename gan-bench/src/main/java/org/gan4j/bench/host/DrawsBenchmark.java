package org.gan4j.bench.host;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.gan4j.core.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does a random draw take, and how long does it take to open a stream at a step?
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Draws}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DrawsBenchmark {
  private static final int DRAWS = 4096;

  private final float[] values = new float[DRAWS];
  private long step;

  /** Creates the benchmark; JMH calls this. */
  public DrawsBenchmark() {}

  /** {@return the generator of the next step} */
  @Benchmark
  public RandomGenerator open() {
    return Rng.ofSeed(1).stream("latent").at(step++);
  }

  /** {@return uniform draws} */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public float[] uniform() {
    RandomGenerator draws = open();
    for (int i = 0; i < DRAWS; i++) {
      values[i] = draws.nextFloat();
    }
    return values;
  }

  /** {@return normal draws, as for latents} */
  @Benchmark
  @OperationsPerInvocation(DRAWS)
  public float[] normal() {
    RandomGenerator draws = open();
    for (int i = 0; i < DRAWS; i++) {
      values[i] = (float) draws.nextGaussian();
    }
    return values;
  }
}
