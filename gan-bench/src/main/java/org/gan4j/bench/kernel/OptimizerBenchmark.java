package org.gan4j.bench.kernel;

import org.gan4j.bench.WorkloadBenchmark;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.OptimizerKind;
import org.gan4j.speed.workload.OptimizerWorkload;
import org.openjdk.jmh.annotations.Param;

/**
 * Question: how fast is an update of half a million parameters, by optimizer?
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Optimizer -p optimizer=ADAM,RMS_PROP}
 */
public class OptimizerBenchmark extends WorkloadBenchmark {
  /** The optimizer; the wrappers are around Adam. */
  @Param public OptimizerKind optimizer;

  /** Creates the benchmark; JMH calls this. */
  public OptimizerBenchmark() {}

  @Override
  public Workload workload() {
    return new OptimizerWorkload(optimizer);
  }
}
