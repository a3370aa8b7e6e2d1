package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.Window;
import org.gan4j.core.random.Rng;
import org.gan4j.testkit.Inputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ⟨x ∗ w, g⟩ = ⟨x, transposed convolution of g⟩ = ⟨w, weights' gradient⟩ on random shapes. */
class ConvolutionAdjointTest {
  private static final int SHAPES = 150;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "nd4j"})
  void theThreeFormsAreOneNumber(String name) {
    RandomGenerator draws = Rng.ofSeed(17).stream("shapes").at(0);
    try (Backend backend = Backends.open(name, new BackendOptions(2, DType.FLOAT64))) {
      for (int i = 0; i < SHAPES; i++) {
        check(backend, draws);
      }
    }
  }

  private static void check(Backend backend, RandomGenerator draws) {
    Window window =
        new Window(
            draws.nextInt(1, 6),
            draws.nextInt(1, 6),
            draws.nextInt(1, 4),
            draws.nextInt(1, 4),
            draws.nextInt(0, 4),
            draws.nextInt(0, 4));
    int height = draws.nextInt(Math.max(1, window.height() - 2 * window.paddingHeight()), 9);
    int width = draws.nextInt(Math.max(1, window.width() - 2 * window.paddingWidth()), 9);
    Shape maps = Shape.of(draws.nextInt(1, 4), height, width, draws.nextInt(1, 5));
    int out = draws.nextInt(1, 5);
    Shape result = window.positions(height, width).batch(maps.dim(0)).with(out);
    try (Tape tape = Tape.on(backend)) {
      Tensor x = normal(tape, maps, 1);
      Tensor w = normal(tape, Shape.of(out, window.area() * maps.dim(3)), 2);
      Tensor g = normal(tape, result, 3);
      Activation none = Activation.IDENTITY;
      double forward = product(backend, backend.conv2d(x, w, null, window, none), g);
      double byMaps =
          product(backend, x, backend.convTranspose2d(g, w, null, window, height, width, none));
      double byWeights = product(backend, w, backend.conv2dWeights(x, g, window));
      double size =
          Math.sqrt(backend.sumOfSquares(x) * backend.sumOfSquares(w))
              * Math.sqrt(backend.sumOfSquares(g));
      for (double other : List.of(byMaps, byWeights)) {
        assertThat(other)
            .as("%s on maps %s", window, maps)
            .isCloseTo(forward, within(1e-14 * size));
      }
    }
  }

  private static Tensor normal(Tape tape, Shape shape, long seed) {
    return Inputs.normal(shape, seed).on(tape.backend(), DType.FLOAT64);
  }

  private static double product(Backend backend, Tensor a, Tensor b) {
    return backend.sum(backend.binary(BinaryOp.MULTIPLY, a, b)).item();
  }
}
