package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every increasing generator has a density of mass 1 with F_q(G(z)) = Φ(z). */
class ExplicitGeneratorTest {
  private static final double[] LATENT = {-5, -1.3, -0.2, 0, 0.7, 2, 6};

  static Stream<ExplicitGenerator> generators() {
    return Stream.of(new AffineGenerator(2, 0.7), new MonotoneGenerator());
  }

  @ParameterizedTest
  @MethodSource("generators")
  void theDensityIsThatOfTheNetwork(ExplicitGenerator generator) {
    try (Backend backend = OneThread.open();
        Tape tape = Tape.on(backend)) {
      Layer built = generator.build(Shape.of(1), Rng.ofSeed(1), backend);
      Density density = generator.density(built);
      double[] x = built.forward(Columns.on(tape, LATENT), Pass.eval(tape)).value().toDoubles();
      Density normal = Densities.normal(0, 1);
      for (int i = 0; i < x.length; i++) {
        assertThat(density.cumulative(x[i])).isCloseTo(normal.cumulative(LATENT[i]), within(1e-12));
      }
      assertThat(Quadrature.over(density).integrate(density::density).value())
          .isCloseTo(1, within(1e-12));
      double below =
          Quadrature.over(density).integrate(v -> v < x[4] ? density.density(v) : 0).value();
      assertThat(below).isCloseTo(normal.cumulative(LATENT[4]), within(1e-6));
    }
  }

  @Test
  void otherInputIsRefused() {
    assertThatThrownBy(() -> new AffineGenerator(0, 1).outputShape(Shape.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("generator: expected input [1], got [2]");
  }
}
