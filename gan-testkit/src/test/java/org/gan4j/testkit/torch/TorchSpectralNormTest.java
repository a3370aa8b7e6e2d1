package org.gan4j.testkit.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.testkit.HostArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passes of a spectrally normalised layer against spectral.csv. */
class TorchSpectralNormTest {
  private static final Map<String, HostArray> NUMBERS = TorchNumbers.read("spectral.csv");

  private Backend backend;
  private Layer layer;

  @BeforeEach
  void build() {
    backend = Backends.open("cpu", new BackendOptions(1, DType.FLOAT64));
    Rng init = Rng.ofSeed(1).child("d");
    layer = new SpectralNorm(new Dense(5, Activation.IDENTITY)).build(Shape.of(3), init, backend);
    try (Tape tape = Tape.on(backend)) {
      assign(tape, layer.parameters().get(0).state(), "weight");
      assign(tape, layer.parameters().get(1).state(), "bias");
      assign(tape, buffer("_u"), "u");
      assign(tape, buffer("_v"), "v");
    }
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private static void assign(Tape tape, State state, String name) {
    tape.backend().assign(state, NUMBERS.get(name).on(tape.backend(), DType.FLOAT64));
  }

  private State buffer(String suffix) {
    return layer.buffers().get("d/weight" + suffix);
  }

  private static Pass training(Tape tape) {
    return Pass.train(tape, Rng.ofSeed(1), "x", 0);
  }

  private static Var pass(Layer layer, Pass pass) {
    Tape tape = pass.tape();
    Tensor x = NUMBERS.get("x").on(tape.backend(), DType.FLOAT64);
    return layer.forward(tape.constant(x), pass);
  }

  private static void assertNear(String name, Tensor actual, double bound) {
    assertThat(actual.toDoubles())
        .as(name)
        .containsExactly(NUMBERS.get(name).values(), within(bound));
  }

  @Test
  void passesAgree() {
    try (Tape tape = Tape.on(backend)) {
      for (int i = 0; i < 3; i++) {
        assertNear("train" + i, pass(layer, training(tape)).value(), 1e-14);
      }
      assertNear("u3", buffer("_u").read(), 1e-14);
      assertNear("v3", buffer("_v").read(), 1e-14);
      assertNear("eval", pass(layer, Pass.eval(tape)).value(), 1e-14);
    }
  }

  @Test
  void gradientsAgreeWhereTheVectorsHaveConverged() {
    for (int i = 0; i < 2000; i++) {
      try (Tape tape = Tape.on(backend)) {
        pass(layer, training(tape));
      }
    }
    try (Tape tape = Tape.on(backend)) {
      Parameter weight = layer.parameters().get(0);
      Var loss = pass(layer, training(tape)).square().sum();
      assertNear("gradient", tape.backward(loss).of(weight), 1e-12);
    }
  }

  /** After convergence, the largest singular value of W/σ is 1: no input is stretched. */
  @Test
  void noInputIsStretched() {
    try (Tape tape = Tape.on(backend)) {
      for (int i = 0; i < 200; i++) {
        pass(layer, training(tape));
      }
      Var v = tape.constant(buffer("_v").read());
      Var origin = tape.zeros(Shape.of(1, 3), DType.FLOAT64);
      Pass eval = Pass.eval(tape);
      Var image =
          layer.forward(v.reshape(Shape.of(1, 3)), eval).subtract(layer.forward(origin, eval));
      assertThat(image.square().sum().item()).isCloseTo(1, within(1e-12));
    }
  }
}
