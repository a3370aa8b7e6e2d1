package org.gan4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;

class SequentialTest {
  private static final Sequential NETWORK =
      Sequential.of(new Dense(5, Activation.TANH), new Dense(2, Activation.IDENTITY));

  @Test
  void parametersAreNamedByTheirPath() {
    try (Backend backend = Backends.open("reference")) {
      Layer network = NETWORK.build(Shape.of(3), Rng.ofSeed(1).child("generator"), backend);
      assertThat(network.parameters())
          .map(Parameter::toString)
          .containsExactly(
              "generator/dense-0/weight[5, 3]", "generator/dense-0/bias[5]",
              "generator/dense-1/weight[2, 5]", "generator/dense-1/bias[2]");
      assertThat(network.parameters()).map(Parameter::dtype).containsOnly(DType.FLOAT32);
    }
  }

  @Test
  void aLayerOfAnotherKindBetweenOthersRenamesNone() {
    Sequential more =
        Sequential.of(
            new Dense(5, Activation.TANH),
            new MinibatchStdDev(),
            new Dropout(0.5),
            new Dense(2, Activation.IDENTITY));
    try (Backend backend = Backends.open("reference")) {
      Layer network = more.build(Shape.of(3), Rng.ofSeed(1).child("d"), backend);
      assertThat(network.parameters())
          .map(Parameter::toString)
          .containsExactly(
              "d/dense-0/weight[5, 3]", "d/dense-0/bias[5]",
              "d/dense-1/weight[2, 6]", "d/dense-1/bias[2]");
    }
  }

  /** Against tanh(x · Wᵀ + b) by hand, in doubles. */
  @Test
  void forwardIsTheFormula() {
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64))) {
      Layer layer =
          new Dense(2, Activation.TANH).build(Shape.of(3), Rng.ofSeed(1).child("d"), backend);
      double[] w = layer.parameters().get(0).value().toDoubles();
      double[] x = {0.3, -1.2, 0.7};
      try (Tape tape = Tape.on(backend)) {
        Var input = tape.constant(backend.tensor(Shape.of(1, 3), DType.FLOAT64, x));
        double[] y = layer.forward(input, Pass.eval(tape)).value().toDoubles();
        for (int unit = 0; unit < 2; unit++) {
          double sum = w[3 * unit] * x[0] + w[3 * unit + 1] * x[1] + w[3 * unit + 2] * x[2];
          assertThat(y[unit]).isCloseTo(Math.tanh(sum), within(1e-15));
        }
      }
    }
  }

  @Test
  void aFrozenPassLearnsNothing() {
    try (Backend backend = Backends.open("reference")) {
      Layer network = NETWORK.build(Shape.of(3), Rng.ofSeed(1).child("g"), backend);
      try (Tape tape = Tape.on(backend)) {
        Var x = tape.constant(backend.full(Shape.of(4, 3), DType.FLOAT32, 1));
        Pass pass = Pass.train(tape, Rng.ofSeed(1).child("g"), "real", 0);
        Var frozen = network.forward(x, pass.frozen());
        assertThat(frozen.differentiable()).isFalse();
        Gradients gradients = tape.backward(network.forward(x, pass).sum());
        // d sum / d last bias = the batch size
        assertThat(gradients.of(network.parameters().get(3)).toFloats()).containsExactly(4, 4);
      }
    }
  }

  @Test
  void drawsBelongToPathSiteAndStep() {
    try (Backend backend = Backends.open("reference");
        Tape tape = Tape.on(backend)) {
      Pass pass = Pass.train(tape, Rng.ofSeed(1).child("d"), "real", 7).child("drop1");
      long draw = pass.draws().nextLong();
      assertThat(draw)
          .isEqualTo(Rng.ofSeed(1).stream("d/drop1#real").at(7).nextLong())
          .isEqualTo(pass.draws().nextLong())
          .isNotEqualTo(pass.at("fake").draws().nextLong());
    }
  }

  @Test
  void wiringErrorsNameTheLayer() {
    assertThatThrownBy(() -> NETWORK.outputShape(Shape.of(28, 28)))
        .hasMessage("layer 0: dense: expected vectors [features] as input, got [28, 28]");
    assertThatThrownBy(() -> new Dense(0, Activation.RELU))
        .hasMessage("dense: expected at least 1 unit, got 0");
  }
}
