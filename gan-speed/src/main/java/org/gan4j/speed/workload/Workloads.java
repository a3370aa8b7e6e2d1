package org.gan4j.speed.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Activation;
import org.gan4j.speed.Workload;

/** The workloads of {@code gan bench}. */
public final class Workloads {
  private static final List<StepSize> SIZES =
      List.of(
          StepSize.TOY,
          StepSize.SMALL,
          StepSize.MEDIUM,
          StepSize.LARGE,
          StepSize.DCGAN28_64,
          StepSize.DCGAN32_64);

  private Workloads() {}

  /** {@return a selection for a few minutes, in the order in which they run} */
  public static List<Workload> quick() {
    List<Workload> all = new ArrayList<>();
    steps(all, SIZES, List.of(StepPenalty.NONE, StepPenalty.R1));
    Stream.of(16, 64, 256, 1024).map(StepWorkload::ofBatch).forEach(all::add);
    Stream.of(64, 128, 256, 512, 1024).map(StepWorkload::ofWidth).forEach(all::add);
    for (ProductShape shape : ProductShape.values()) {
      all.add(new GemmWorkload(shape, GemmLayout.NT));
    }
    dense(all, List.of(ProductShape.TOY_512_128_128, ProductShape.LARGE_512_1024_1024), true);
    convolutions(
        all,
        List.of(MapShape.FIRST_28_1_64, MapShape.STRIDED_14_64_128, MapShape.STRIDED_8_128_256));
    kernels(all, 256, 1024);
    return List.copyOf(all);
  }

  /** {@return every workload, in the order in which they run} */
  public static List<Workload> full() {
    List<Workload> all = new ArrayList<>();
    steps(all, List.of(StepSize.values()), List.of(StepPenalty.values()));
    Stream.of(4, 16, 64, 256, 1024, 4096).map(StepWorkload::ofBatch).forEach(all::add);
    Stream.of(32, 64, 128, 256, 512, 1024, 2048).map(StepWorkload::ofWidth).forEach(all::add);
    for (ProductShape shape : ProductShape.values()) {
      for (GemmLayout layout : GemmLayout.values()) {
        all.add(new GemmWorkload(shape, layout));
      }
    }
    List<ProductShape> layers = Stream.of(ProductShape.values()).limit(4).toList();
    dense(all, layers, true);
    dense(all, layers, false);
    convolutions(all, List.of(MapShape.values()));
    kernels(all, 256, 1024);
    kernels(all, 8192, 1024);
    for (OptimizerKind optimizer : OptimizerKind.values()) {
      all.add(new OptimizerWorkload(optimizer));
    }
    return List.copyOf(all);
  }

  private static void steps(List<Workload> all, List<StepSize> sizes, List<StepPenalty> penalties) {
    for (StepSize size : sizes) {
      penalties.forEach(penalty -> all.add(size.step(penalty)));
    }
  }

  private static void dense(List<Workload> all, List<ProductShape> shapes, boolean fused) {
    for (ProductShape shape : shapes) {
      for (DenseWorkload.Pass pass : DenseWorkload.Pass.values()) {
        all.add(new DenseWorkload(shape, Activation.leakyRelu(0.2), pass, fused));
      }
    }
  }

  private static void convolutions(List<Workload> all, List<MapShape> shapes) {
    for (MapShape shape : shapes) {
      for (ConvolutionWorkload.Pass pass : ConvolutionWorkload.Pass.values()) {
        all.add(new ConvolutionWorkload(shape, pass));
      }
    }
  }

  private static void kernels(List<Workload> all, int rows, int columns) {
    for (MemoryPass pass : MemoryPass.values()) {
      all.add(new KernelWorkload(pass, rows, columns));
    }
  }

  /**
   * Returns the workloads whose names start with one of these.
   *
   * @param all workloads
   * @param starts beginnings of names, such as {@code step/} or {@code gemm/512}
   * @return those of them, in their order
   * @throws IllegalArgumentException if a beginning is that of no name
   */
  public static List<Workload> only(List<Workload> all, List<String> starts) {
    for (String start : starts) {
      if (all.stream().noneMatch(workload -> workload.name().startsWith(start))) {
        throw Expect.failure(
            "--only",
            "the beginning of a case's name, such as step/ or gemm/512",
            "'" + start + "'",
            "see their names in gan bench --help, or add --full");
      }
    }
    return all.stream()
        .filter(workload -> starts.stream().anyMatch(start -> workload.name().startsWith(start)))
        .toList();
  }
}
