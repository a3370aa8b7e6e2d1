package org.gan4j.bench.step;

import java.util.concurrent.TimeUnit;
import org.gan4j.bench.WorkloadBenchmark;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.StepPenalty;
import org.gan4j.speed.workload.StepSize;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: how long does a whole step of the trainer take, including the draws of latents and
 * data, the checks and the report? {@code time} shows percentiles, {@code run} the rates.
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar GanStep.time -p size=SMALL}
 */
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class GanStepBenchmark extends WorkloadBenchmark {
  /** The size of the networks. */
  @Param({"TOY", "SMALL", "MEDIUM", "LARGE", "DCGAN28_32", "DCGAN28_64", "DCGAN32_64"})
  public StepSize size;

  /** The discriminator's penalty in every step, whose gradient is of second order. */
  @Param("NONE")
  public StepPenalty penalty;

  /** Creates the benchmark; JMH calls this. */
  public GanStepBenchmark() {}

  @Override
  public Workload workload() {
    return size.step(penalty);
  }

  /** Runs one step. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public void time() {
    task().run();
  }
}
