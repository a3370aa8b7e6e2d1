package org.gan4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights of zeros, whose largest singular value is 0. Agreement with PyTorch is elsewhere. */
class SpectralNormTest {
  private static final Dense ZEROS =
      new Dense(2, Activation.IDENTITY, (fans, draws) -> new double[fans.size()]);

  static Stream<Arguments> backends() {
    return Stream.of("reference", "cpu")
        .flatMap(name -> Stream.of(DType.values()).map(dtype -> Arguments.of(name, dtype)));
  }

  private static Layer zeros(Backend backend) {
    return new SpectralNorm(ZEROS, 2).build(Shape.of(3), Rng.ofSeed(1).child("d"), backend);
  }

  private static List<Pass> passes(Tape tape) {
    return List.of(Pass.train(tape, Rng.ofSeed(1), "real", 0), Pass.eval(tape));
  }

  private static Var matrix(Tape tape, int rows, int columns, double... values) {
    Backend backend = tape.backend();
    return tape.watch(backend.tensor(Shape.of(rows, columns), backend.dtype(), values));
  }

  /** Undivided, y = x · Wᵀ + b with W = 0, so Σ c ⊙ y has the gradients cᵀx, Σ c and cW = 0. */
  @ParameterizedTest
  @MethodSource("backends")
  void zeroWeightsAreNotDivided(String name, DType dtype) {
    try (Backend backend = Backends.open(name, new BackendOptions(1, dtype))) {
      Layer layer = zeros(backend);
      Parameter weight = layer.parameters().get(0);
      Parameter bias = layer.parameters().get(1);
      try (Tape tape = Tape.on(backend)) {
        Var x = matrix(tape, 2, 3, 1, 2, 3, 4, 5, 6);
        Var c = matrix(tape, 2, 2, 1, -2, 0.5, 4);
        Var y = layer.forward(x, passes(tape).get(0));
        assertThat(y.value().toDoubles()).containsOnly(0);
        assertThat(layer.forward(x, passes(tape).get(1)).value().toDoubles()).containsOnly(0);
        Var loss = y.multiply(c).sum();
        Gradients gradients = tape.backward(loss);
        assertThat(gradients.of(weight).toDoubles()).containsExactly(3, 4.5, 6, 14, 16, 18);
        assertThat(gradients.of(bias).toDoubles()).containsExactly(1.5, 2);
        Var inputGradient = tape.gradient(loss, List.of(x)).of(x);
        assertThat(inputGradient.value().toDoubles()).containsOnly(0);
        Var penalty = inputGradient.square().sum();
        assertThat(tape.backward(penalty).of(weight).toDoubles()).containsOnly(0);
      }
    }
  }

  /** The stored vectors survive zeros: W = abᵀ is then divided by ‖a‖‖b‖ = 5 · 3. */
  @ParameterizedTest
  @MethodSource("backends")
  void trainingCanLeaveZero(String name, DType dtype) {
    try (Backend backend = Backends.open(name, new BackendOptions(1, dtype))) {
      Layer layer = zeros(backend);
      Parameter weight = layer.parameters().get(0);
      double[] one = {1, 0, 0};
      try (Tape tape = Tape.on(backend)) {
        for (int i = 0; i < 3; i++) {
          layer.forward(matrix(tape, 1, 3, one), passes(tape).get(0));
        }
      }
      try (Tape tape = Tape.on(backend)) {
        double[] product = {3 * 1, 3 * 2, 3 * 2, 4 * 1, 4 * 2, 4 * 2};
        backend.assign(weight.state(), backend.tensor(weight.shape(), dtype, product));
        for (Pass pass : passes(tape)) {
          double[] y = layer.forward(matrix(tape, 1, 3, one), pass).value().toDoubles();
          assertThat(y).containsExactly(new double[] {3 / 15.0, 4 / 15.0}, within(1e-6));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void weightsThatAreNotNumbersStillShow(String name, DType dtype) {
    try (Backend backend = Backends.open(name, new BackendOptions(1, dtype))) {
      Layer layer = zeros(backend);
      Parameter weight = layer.parameters().get(0);
      try (Tape tape = Tape.on(backend)) {
        double[] values = {0, Double.NaN, 0, 0, 0, 0};
        backend.assign(weight.state(), backend.tensor(weight.shape(), dtype, values));
        Var y = layer.forward(matrix(tape, 1, 3, 1, 1, 1), passes(tape).get(0));
        assertThat(y.value().toDoubles()).contains(Double.NaN);
      }
    }
  }
}
