package org.gan4j.bench.kernel;

import org.gan4j.bench.WorkloadBenchmark;
import org.gan4j.core.backend.Activation;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.DenseWorkload;
import org.gan4j.speed.workload.ProductShape;
import org.openjdk.jmh.annotations.Param;

/**
 * Question: how fast is a dense layer, forward and with its weight and bias gradients, fused
 * ({@code dense}) or composed of product, bias and activation?
 *
 * <p>Run: {@code java -jar gan-bench/target/benchmarks.jar Dense -p shape=SMALL_128_256_784}
 */
public class DenseBenchmark extends WorkloadBenchmark {
  /** Batch × units × inputs. */
  @Param({"TOY_512_128_128", "SMALL_128_256_784", "MEDIUM_256_512_512", "LARGE_512_1024_1024"})
  public ProductShape shape;

  /** The activation. */
  @Param({"leaky_relu(0.2)", "tanh"})
  public String activation;

  /** What to compute. */
  @Param public DenseWorkload.Pass pass;

  /** Whether the layer is one operation, or three. */
  @Param({"true", "false"})
  public boolean fused;

  /** Creates the benchmark; JMH calls this. */
  public DenseBenchmark() {}

  @Override
  public Workload workload() {
    return new DenseWorkload(shape, Activation.parse(activation), pass, fused);
  }
}
