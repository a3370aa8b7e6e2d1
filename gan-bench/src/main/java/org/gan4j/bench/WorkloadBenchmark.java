package org.gan4j.bench;

import java.util.concurrent.TimeUnit;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;
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

/** Times a workload on a backend; each run ends when the device is done. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public abstract class WorkloadBenchmark {
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
  private Task task;
  private Cost cost;

  /** Creates the benchmark; JMH calls this. */
  protected WorkloadBenchmark() {}

  /** {@return what to time, by the parameters} */
  public abstract Workload workload();

  /** Creates the operands. */
  @Setup(Level.Trial)
  public void open() {
    Workload workload = workload();
    cost = workload.cost(dtype);
    opened = Backends.open(backend, new BackendOptions(threads, dtype));
    opened.openScope();
    task = workload.open(opened);
  }

  /** Frees them. */
  @TearDown(Level.Trial)
  public void close() {
    opened.close();
  }

  /** {@return the workload with its operands} */
  public Task task() {
    return task;
  }

  /**
   * Runs once.
   *
   * @param rates counts the work
   */
  @Benchmark
  public void run(Rates rates) {
    task.run();
    rates.add(cost);
  }
}
