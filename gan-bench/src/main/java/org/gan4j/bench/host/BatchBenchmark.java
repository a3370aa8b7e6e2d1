package org.gan4j.bench.host;

import java.util.concurrent.TimeUnit;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.data.ArrayDataset;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does it take to gather a batch of shuffled samples?
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Batch -p features=784}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BatchBenchmark {
  private static final int SAMPLES = 4096;

  /** The number of values of a sample. */
  @Param({"2", "784", "3072"})
  public int features;

  /** The number of samples of a batch. */
  @Param("64")
  public int batch;

  private BatchSource source;
  private float[] values;
  private long step;

  /** Creates the benchmark; JMH calls this. */
  public BatchBenchmark() {}

  /** Creates the data. */
  @Setup
  public void open() {
    values = new float[batch * features];
    source =
        new Batches(
            ArrayDataset.of(Shape.of(features), new float[SAMPLES * features]),
            Rng.ofSeed(7).stream("bench/order"));
  }

  /** {@return the next batch} */
  @Benchmark
  public float[] next() {
    source.batch(step++, values);
    return values;
  }
}
