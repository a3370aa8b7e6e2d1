package org.gan4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.Task;
import org.gan4j.speed.Workload;
import org.gan4j.speed.workload.ConvolutionWorkload;
import org.gan4j.speed.workload.DenseWorkload;
import org.gan4j.speed.workload.GemmLayout;
import org.gan4j.speed.workload.GemmWorkload;
import org.gan4j.speed.workload.KernelWorkload;
import org.gan4j.speed.workload.MapShape;
import org.gan4j.speed.workload.MemoryPass;
import org.gan4j.speed.workload.OptimizerKind;
import org.gan4j.speed.workload.OptimizerWorkload;
import org.gan4j.speed.workload.ProductShape;
import org.gan4j.speed.workload.StepPenalty;
import org.gan4j.speed.workload.StepSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workload computes on each backend what it computes on {@code reference}. */
class VariantsAgreeTest {
  /** Relative to the largest number: products of 784 terms of size 1, in float. */
  private static final double FLOAT = 2e-5;

  private static final double DOUBLE = 1e-12;

  static List<Workload> workloads() {
    List<Workload> all = new ArrayList<>();
    for (GemmLayout layout : GemmLayout.values()) {
      all.add(new GemmWorkload(ProductShape.SQUARE_1, layout));
      all.add(new GemmWorkload(ProductShape.SQUARE_64, layout));
    }
    for (DenseWorkload.Pass pass : DenseWorkload.Pass.values()) {
      for (Activation activation : List.of(Activation.leakyRelu(0.2), Activation.TANH)) {
        all.add(new DenseWorkload(ProductShape.TOY_512_128_128, activation, pass, true));
        all.add(new DenseWorkload(ProductShape.TOY_512_128_128, activation, pass, false));
      }
    }
    for (ConvolutionWorkload.Pass pass : ConvolutionWorkload.Pass.values()) {
      all.add(new ConvolutionWorkload(MapShape.TOY_6_3_5, pass));
    }
    Stream.of(MemoryPass.values()).map(pass -> new KernelWorkload(pass, 37, 19)).forEach(all::add);
    Stream.of(OptimizerKind.values()).map(OptimizerWorkload::new).forEach(all::add);
    Stream.of(StepPenalty.values()).map(StepSize.TOY::step).forEach(all::add);
    return all;
  }

  private static Backend open(String name, DType dtype) {
    Backend backend = Backends.open(name, new BackendOptions(2, dtype));
    backend.openScope();
    return backend;
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void backendsComputeTheSame(Workload workload) {
    try (Backend oracle = open("reference", DType.FLOAT64)) {
      List<double[]> expected = workload.open(oracle).results();
      for (String name : List.of("cpu", "nd4j")) {
        for (DType dtype : DType.values()) {
          try (Backend backend = open(name, dtype)) {
            requireClose(
                workload.open(backend).results(),
                expected,
                dtype == DType.FLOAT32 ? FLOAT : DOUBLE);
          }
        }
      }
    }
  }

  /** The composed layer is the fused one. */
  @Test
  void variantsComputeTheSame() {
    try (Backend backend = open("cpu", DType.FLOAT32)) {
      for (DenseWorkload.Pass pass : DenseWorkload.Pass.values()) {
        Activation tanh = Activation.TANH;
        ProductShape shape = ProductShape.TOY_512_128_128;
        requireClose(
            new DenseWorkload(shape, tanh, pass, true).open(backend).results(),
            new DenseWorkload(shape, tanh, pass, false).open(backend).results(),
            FLOAT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void runsLeaveTheOperandsAlone(Workload workload) {
    try (Backend backend = open("cpu", DType.FLOAT32)) {
      Task task = workload.open(backend);
      List<double[]> before = task.operands();
      task.run();
      task.run();
      List<double[]> after = task.operands();
      assertThat(after).hasSameSizeAs(before);
      for (int i = 0; i < before.size(); i++) {
        assertThat(Arrays.equals(after.get(i), before.get(i))).isTrue();
      }
    }
  }

  private static void requireClose(List<double[]> found, List<double[]> expected, double error) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      double largest = Arrays.stream(expected.get(i)).map(Math::abs).max().orElseThrow();
      assertThat(largestDifference(found.get(i), expected.get(i)))
          .isLessThanOrEqualTo(error * largest);
    }
  }

  /** NaN where a number is NaN. */
  private static double largestDifference(double[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(found[i] - expected[i]));
    }
    return largest;
  }
}
