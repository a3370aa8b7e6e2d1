package org.gan4j.bench.kernel;

import org.gan4j.bench.WorkloadBenchmark;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.GemmLayout;
import org.gan4j.speed.workload.GemmWorkload;
import org.gan4j.speed.workload.ProductShape;
import org.openjdk.jmh.annotations.Param;

/**
 * Question: how fast is a matrix product, depending on the layout of its factors? Forward passes
 * multiply by a transposed right factor (NT), input gradients by a plain one (NN), weight gradients
 * have a transposed left one (TN).
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Gemm -p shape=LARGE_512_1024_1024}
 */
public class GemmBenchmark extends WorkloadBenchmark {
  /** The product's extents. */
  @Param public ProductShape shape;

  /** Whether each factor is transposed. */
  @Param public GemmLayout layout;

  /** Creates the benchmark; JMH calls this. */
  public GemmBenchmark() {}

  @Override
  public Workload workload() {
    return new GemmWorkload(shape, layout);
  }
}
