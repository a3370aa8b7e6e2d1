package org.gan4j.bench.kernel;

import org.gan4j.bench.WorkloadBenchmark;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.KernelWorkload;
import org.gan4j.speed.workload.MemoryPass;
import org.openjdk.jmh.annotations.Param;

/**
 * Question: how fast are the passes over memory, compared with a copy? With 256 rows the operands
 * stay in cache, with 8192 they do not.
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Memory -p operation=COPY,ADAM -p
 * rows=8192}
 */
public class MemoryBenchmark extends WorkloadBenchmark {
  /** The operation. */
  @Param public MemoryPass operation;

  /** The rows of the matrix, which has 1024 columns. */
  @Param({"256", "8192"})
  public int rows;

  /** Creates the benchmark; JMH calls this. */
  public MemoryBenchmark() {}

  @Override
  public Workload workload() {
    return new KernelWorkload(operation, rows, 1024);
  }
}
