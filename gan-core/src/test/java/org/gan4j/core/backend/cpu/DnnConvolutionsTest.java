package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Scope;
import org.gan4j.core.backend.Window;
import org.gan4j.core.backend.cpu.DnnConvolution.Kind;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** FLOAT32 by oneDNN beside FLOAT64 by patches. */
class DnnConvolutionsTest {
  private static final int CASES = 200;

  /** Operands of the three products, as float values. */
  private record Case(
      Shape maps, Shape results, int weights, Window window, double[] x, double[] w, double[] g) {
    static Case draw(RandomGenerator random) {
      while (true) {
        int most = random.nextBoolean() ? 40 : 4;
        Window window =
            new Window(
                1 + random.nextInt(5),
                1 + random.nextInt(5),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3));
        int height = 1 + random.nextInt(12);
        int width = 1 + random.nextInt(12);
        int rows =
            positions(height, window.height(), window.strideHeight(), window.paddingHeight());
        int columns = positions(width, window.width(), window.strideWidth(), window.paddingWidth());
        if (rows > 0 && columns > 0) {
          int samples = 1 + random.nextInt(20);
          Shape maps = Shape.of(samples, height, width, 1 + random.nextInt(most));
          Shape results = Shape.of(samples, rows, columns, 1 + random.nextInt(most));
          int weights = window.area() * maps.dim(3);
          return new Case(
              maps,
              results,
              weights,
              window,
              values(random, maps.length()),
              values(random, results.dim(3) * weights),
              values(random, results.length()));
        }
      }
    }

    private static int positions(int map, int kernel, int stride, int padding) {
      int room = map + 2 * padding - kernel;
      return room < 0 ? 0 : room / stride + 1;
    }

    private static double[] values(RandomGenerator random, int length) {
      return random.doubles(length, -1, 1).map(x -> (float) x).toArray();
    }

    List<double[]> on(Backend backend) {
      Scope scope = backend.openScope();
      try {
        DType dtype = backend.dtype();
        Tensor maps = backend.tensor(this.maps, dtype, x);
        Tensor kernels = backend.tensor(Shape.of(results.dim(3), weights), dtype, w);
        Tensor upstream = backend.tensor(results, dtype, g);
        return backend.toDoubles(
            List.of(
                backend.conv2d(maps, kernels, null, window, Activation.leakyRelu(0.2)),
                backend.convTranspose2d(
                    upstream,
                    kernels,
                    null,
                    window,
                    this.maps.dim(1),
                    this.maps.dim(2),
                    Activation.IDENTITY),
                backend.conv2dWeights(maps, upstream, window)));
      } finally {
        scope.close();
      }
    }
  }

  @Test
  void agreesWithPatchesOnRandomShapesForAnyNumberOfThreads() {
    RandomGenerator random = Rng.ofSeed(13).stream("shapes").at(0);
    try (Backend one = new CpuBackend(1, DType.FLOAT32);
        Backend three = new CpuBackend(3, DType.FLOAT32);
        Backend doubles = new CpuBackend(1, DType.FLOAT64)) {
      for (int i = 0; i < CASES; i++) {
        Case drawn = Case.draw(random);
        List<double[]> actual = drawn.on(one);
        List<double[]> threaded = drawn.on(three);
        List<double[]> expected = drawn.on(doubles);
        for (int result = 0; result < expected.size(); result++) {
          assertThat(threaded.get(result)).as("%s", drawn.window()).isEqualTo(actual.get(result));
          assertThat(actual.get(result))
              .as("result %d of %s to %s by %s", result, drawn.maps, drawn.results, drawn.window)
              .usingComparatorWithPrecision(bound(expected.get(result)))
              .containsExactly(expected.get(result));
        }
      }
    }
  }

  private static double bound(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return 1e-5 * largest + 1e-12;
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void theLibraryLoadsOnLinux() {
    assertThat(OneDnn.available()).isTrue();
  }

  @Test
  void aBatchIsCutIntoPartsThatDoNotDependOnTheNumberOfThreads() {
    assumeTrue(OneDnn.available());
    MapGeometry g = new MapGeometry(21, 8, 8, 16, 4, 4, 32, Window.square(4, 2, 1));
    try (DnnPlan plan = DnnPlan.create(Kind.FORWARD, g, 2)) {
      assertThat(plan.parts()).isEqualTo(7);
      assertThat(plan.each()).isEqualTo(3);
      assertThat(plan.last()).isSameAs(plan.full());
      assertThat(plan.to(6)).isEqualTo(21);
    }
  }
}
