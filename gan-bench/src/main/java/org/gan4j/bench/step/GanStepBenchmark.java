package org.gan4j.bench.step;

import java.util.concurrent.TimeUnit;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
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
 * Question: how long does a whole step of the trainer take, including the draws of latents and
 * data, the checks and the report?
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar GanStep -p size=SMALL}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class GanStepBenchmark {
  /** The size of the networks. */
  @Param({"TOY", "SMALL", "MEDIUM", "LARGE", "DCGAN28_32", "DCGAN28_64", "DCGAN32_64"})
  public StepSize size;

  /** Whether the discriminator has an R1 penalty in every step. */
  @Param("false")
  public boolean r1;

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
  private GanTrainer trainer;

  /** Creates the benchmark; JMH calls this. */
  public GanStepBenchmark() {}

  /** Builds the networks. */
  @Setup(Level.Trial)
  public void open() {
    opened = Backends.open(backend, new BackendOptions(threads, dtype));
    trainer = new GanTrainer(size.config(backend, dtype, threads, r1), size.data(), opened);
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    opened.close();
  }

  /** {@return the step's report} */
  @Benchmark
  public StepReport step() {
    StepReport report = trainer.step();
    opened.sync();
    return report;
  }
}
