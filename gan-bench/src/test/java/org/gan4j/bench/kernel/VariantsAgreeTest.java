package org.gan4j.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.gan4j.core.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compared variants compute the same numbers as the reference backend. */
class VariantsAgreeTest {
  /** In percent; float products of 128 terms agree far better. */
  private static final double PERCENT = 1e-3;

  @ParameterizedTest
  @ValueSource(strings = {"leaky_relu(0.2)", "tanh"})
  void denseVariants(String activation) {
    DenseBenchmark cpu = layer("cpu", DType.FLOAT32, activation);
    DenseBenchmark oracle = layer("reference", DType.FLOAT64, activation);
    try {
      double forward = oracle.forward();
      double backward = oracle.backward();
      assertThat(cpu.forward()).isCloseTo(forward, withinPercentage(PERCENT));
      assertThat(cpu.forwardComposed()).isCloseTo(forward, withinPercentage(PERCENT));
      assertThat(cpu.backward()).isCloseTo(backward, withinPercentage(PERCENT));
      assertThat(cpu.backwardComposed()).isCloseTo(backward, withinPercentage(PERCENT));
    } finally {
      cpu.close();
      oracle.close();
    }
  }

  private static DenseBenchmark layer(String backend, DType dtype, String activation) {
    DenseBenchmark benchmark = new DenseBenchmark();
    benchmark.shape = ProductShape.TOY_512_128_128;
    benchmark.activation = activation;
    benchmark.backend = backend;
    benchmark.dtype = dtype;
    benchmark.threads = 2;
    benchmark.open();
    return benchmark;
  }

  @Test
  void convolutions() {
    ConvolutionBenchmark singles = convolution("cpu", DType.FLOAT32);
    ConvolutionBenchmark doubles = convolution("cpu", DType.FLOAT64);
    ConvolutionBenchmark oracle = convolution("reference", DType.FLOAT64);
    try {
      for (ConvolutionBenchmark cpu : List.of(singles, doubles)) {
        assertThat(cpu.forward()).isCloseTo(oracle.forward(), withinPercentage(PERCENT));
        assertThat(cpu.byMaps()).isCloseTo(oracle.byMaps(), withinPercentage(PERCENT));
        assertThat(cpu.byWeights()).isCloseTo(oracle.byWeights(), withinPercentage(PERCENT));
      }
    } finally {
      singles.close();
      doubles.close();
      oracle.close();
    }
  }

  private static ConvolutionBenchmark convolution(String backend, DType dtype) {
    ConvolutionBenchmark benchmark = new ConvolutionBenchmark();
    benchmark.shape = MapShape.TOY_6_3_5;
    benchmark.backend = backend;
    benchmark.dtype = dtype;
    benchmark.threads = 2;
    benchmark.open();
    return benchmark;
  }
}
