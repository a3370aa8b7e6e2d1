package org.gan4j.bench.kernel;

import org.gan4j.bench.WorkloadBenchmark;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.ConvolutionWorkload;
import org.gan4j.speed.workload.MapShape;
import org.openjdk.jmh.annotations.Param;

/**
 * Question: how fast are a convolution and its two adjoints? On {@code cpu}, FLOAT32 goes through
 * oneDNN where its library is there, and FLOAT64 through patches.
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Convolution -p shape=STRIDED_14_64_128}
 */
public class ConvolutionBenchmark extends WorkloadBenchmark {
  /** Maps, channels, kernel and stride. */
  @Param public MapShape shape;

  /** What to compute. */
  @Param public ConvolutionWorkload.Pass pass;

  /** Creates the benchmark; JMH calls this. */
  public ConvolutionBenchmark() {}

  @Override
  public Workload workload() {
    return new ConvolutionWorkload(shape, pass);
  }
}
