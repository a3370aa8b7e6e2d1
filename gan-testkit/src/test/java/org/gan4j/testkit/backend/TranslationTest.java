package org.gan4j.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.Shift;
import org.gan4j.core.random.Rng;
import org.gan4j.testkit.Inputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ⟨moved x, g⟩ = ⟨x, g moved back⟩ on random shapes, and messages. */
class TranslationTest {
  private static final int SHAPES = 100;

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "nd4j"})
  void movingBackIsTheAdjoint(String name) {
    RandomGenerator draws = Rng.ofSeed(19).stream("shapes").at(0);
    try (Backend backend = Backends.open(name, new BackendOptions(2, DType.FLOAT64))) {
      for (int i = 0; i < SHAPES; i++) {
        int height = draws.nextInt(1, 7);
        int width = draws.nextInt(1, 7);
        Shape maps = Shape.of(draws.nextInt(1, 9), height, width, draws.nextInt(1, 4));
        List<Shift> shifts =
            IntStream.range(0, maps.dim(0))
                .mapToObj(
                    sample ->
                        new Shift(
                            draws.nextInt(-height, height + 1), draws.nextInt(-width, width + 1)))
                .toList();
        check(backend, maps, shifts);
      }
    }
  }

  /** Products of small integers are exact, in whatever order they are summed. */
  private static void check(Backend backend, Shape maps, List<Shift> shifts) {
    List<Shift> back = shifts.stream().map(Shift::opposite).toList();
    try (Tape tape = Tape.on(backend)) {
      Tensor x = Inputs.integers(maps, 1).on(tape.backend(), DType.FLOAT64);
      Tensor g = Inputs.integers(maps, 2).on(backend, DType.FLOAT64);
      assertThat(product(backend, backend.translate(x, shifts), g))
          .as("%s on maps %s", shifts, maps)
          .isEqualTo(product(backend, x, backend.translate(g, back)));
    }
  }

  private static double product(Backend backend, Tensor a, Tensor b) {
    return backend.sum(backend.binary(BinaryOp.MULTIPLY, a, b)).item();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu", "nd4j"})
  void operandsAreChecked(String name) {
    try (Backend backend = Backends.open(name, new BackendOptions(1, DType.FLOAT32));
        Tape tape = Tape.on(backend)) {
      Tensor maps = tape.backend().full(Shape.of(1, 2, 3, 1), DType.FLOAT32, 1);
      Tensor matrix = backend.full(Shape.of(1, 6), DType.FLOAT32, 1);
      Shift none = new Shift(0, 0);
      assertThatThrownBy(() -> backend.translate(matrix, List.of(none)))
          .hasMessage("translate: expected maps [n, height, width, channels], got shape [1, 6]");
      assertThatThrownBy(() -> backend.translate(maps, List.of(none, none)))
          .hasMessage(
              "translate: expected a shift for each sample of maps [1, 2, 3, 1], got 2 shifts");
      for (Shift far :
          List.of(
              new Shift(3, 0),
              new Shift(-3, 0),
              new Shift(0, 4),
              new Shift(0, Integer.MIN_VALUE))) {
        assertThatThrownBy(() -> backend.translate(maps, List.of(far)))
            .hasMessage(
                "translate: expected shifts within the extents of maps [1, 2, 3, 1], got " + far);
      }
    }
  }
}
