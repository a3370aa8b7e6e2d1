package org.gan4j.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.init.FanInUniform;
import org.junit.jupiter.api.Test;

/** Values worked out by hand, and messages; gradients and agreement with PyTorch are elsewhere. */
class LayersTest {
  private static final Shape VECTOR = Shape.of(2);

  private static double[] train(LayerSpec spec, Shape batch, double... x) {
    return apply(spec, batch, true, x);
  }

  private static double[] apply(LayerSpec spec, Shape batch, boolean train, double... x) {
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64));
        Tape tape = Tape.on(backend)) {
      Rng rng = Rng.ofSeed(1).child("d");
      Layer layer = spec.build(Shape.of(batch.dim(1)), rng, backend);
      Pass pass = train ? Pass.train(tape, rng, "real", 0) : Pass.eval(tape);
      Var input = tape.constant(backend.tensor(batch, DType.FLOAT64, x));
      return layer.forward(input, pass).value().toDoubles();
    }
  }

  /** Of 100 000 elements at rate 0.3; five standard errors of a share are 0.0073. */
  @Test
  void dropoutZeroesItsShareAndScalesTheRest() {
    double[] ones = new double[100_000];
    Arrays.fill(ones, 1);
    double[] dropped = train(new Dropout(0.3), Shape.of(1000, 100), ones);
    float kept = (float) (1 / 0.7);
    assertThat(Arrays.stream(dropped).distinct().sorted()).containsExactly(0.0, (double) kept);
    double zeros = Arrays.stream(dropped).filter(v -> v == 0).count() / 100_000.0;
    assertThat(zeros).isCloseTo(0.3, within(0.0073));
    assertThat(train(new Dropout(0), Shape.of(1, 2), 3, 4)).containsExactly(3, 4);
    assertThat(apply(new Dropout(0.3), Shape.of(1, 2), false, 3, 4)).containsExactly(3, 4);
  }

  /** Uniform on ±1/√64 has standard deviation 0.125/√3; five standard errors of it are 2.3 %. */
  @Test
  void fanInUniformReachesBiasesToo() {
    int in = 64;
    int units = 10_000;
    Dense dense = new Dense(units, Activation.RELU, new FanInUniform());
    double[] biases = apply(dense, Shape.of(1, in), false, new double[in]);
    double bound = 1 / Math.sqrt(in);
    assertThat(Arrays.stream(biases).max().getAsDouble()).isBetween(0.99 * bound, bound);
    double half = Arrays.stream(biases).filter(b -> b == 0).count() / (double) units;
    assertThat(half).as("cut off by the ReLU").isCloseTo(0.5, within(0.025));
    double square = Arrays.stream(biases).map(b -> b * b).sum() / units;
    assertThat(square).isCloseTo(bound * bound / 6, within(0.06 * bound * bound / 6));

    Maxout maxout = new Maxout(units, 2, new FanInUniform());
    double[] largest = apply(maxout, Shape.of(1, in), false, new double[in]);
    double mean = Arrays.stream(largest).average().getAsDouble();
    assertThat(mean).as("E max of two").isCloseTo(bound / 3, within(0.025 * bound));
    assertThat(Arrays.stream(largest).min().getAsDouble()).isBetween(-bound, -0.9 * bound);
  }

  /** Two groups {0, 2} and {1, 3}; deviations (1, 2) and (3, 0), so 1.5 and 1.5, then (5 + 0)/2. */
  @Test
  void minibatchDeviationIsAppended() {
    double[] y = train(new MinibatchStdDev(2), Shape.of(4, 2), 0, 1, 0, 7, 2, 5, 10, 7);
    double[] expected = {0, 1, 1.5, 0, 7, 2.5, 2, 5, 1.5, 10, 7, 2.5};
    for (int i = 0; i < expected.length; i++) {
      assertThat(y[i]).isCloseTo(expected[i], within(1e-4)); // the root's 1e-8 where nothing varies
    }
    assertThatThrownBy(() -> train(new MinibatchStdDev(2), Shape.of(3, 1), 1, 2, 3))
        .hasMessage(
            "minibatch standard deviation: expected a batch size divisible by the group size 2, got"
                + " 3 samples; change one of them");
  }

  /** Pieces (x₁, x₂), (0, −7) and (−2x₁, 2x₂) at (0.5, −2). */
  @Test
  void maxoutTakesTheLargestPiece() {
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64));
        Tape tape = Tape.on(backend)) {
      Layer layer = new Maxout(2, 3).build(VECTOR, Rng.ofSeed(1), backend);
      Var x = tape.constant(backend.tensor(Shape.of(1, 2), DType.FLOAT64, 0.5, -2.0));
      Var weight =
          tape.constant(
              backend.tensor(Shape.of(6, 2), DType.FLOAT64, 1.0, 0, 0, 1, 0, 0, 0, 0, -2, 0, 0, 2));
      Var bias = tape.constant(backend.tensor(Shape.of(6), DType.FLOAT64, 0.0, 0, 0, -7, 0, 0));
      Pass pass =
          Pass.eval(tape)
              .replacing(
                  Map.of(layer.parameters().get(0), weight, layer.parameters().get(1), bias));
      assertThat(layer.forward(x, pass).value().toDoubles()).containsExactly(0.5, -2);
    }
  }

  @Test
  void eluAndSiluInTheirTails() {
    assertThat(train(new Elu(2), Shape.of(1, 3), 800, -800, 0)).containsExactly(800, -2, 0);
    assertThat(train(new Silu(), Shape.of(1, 3), 800, -800, 0)).containsExactly(800, -0.0, 0);
  }

  @Test
  void batchNormOfOneSampleHasNoVariance() {
    assertThatThrownBy(() -> train(new BatchNorm(), Shape.of(1, 2), 1, 2))
        .hasMessage(
            "batch norm: expected at least 2 samples in a training pass, got 1; use larger batches"
                + " or an evaluation pass");
  }

  @Test
  void sequentialsPassOnBuffersAndCoupling() {
    try (Backend backend = Backends.open("reference")) {
      Rng rng = Rng.ofSeed(1).child("d");
      Layer coupled = Sequential.of(new BatchNorm(), new Silu()).build(VECTOR, rng, backend);
      assertThat(coupled.couplesSamples()).isTrue();
      assertThat(coupled.buffers())
          .containsOnlyKeys("d/batch-norm-0/running_mean", "d/batch-norm-0/running_var");
      Layer plain = Sequential.of(new LayerNorm(), new Silu()).build(VECTOR, rng, backend);
      assertThat(plain.couplesSamples()).isFalse();
      assertThat(plain.buffers()).isEmpty();
    }
  }

  /** The rows (1, 2), (3, 4) of a pack are concatenated in the order of the batch. */
  @Test
  void packsAreConcatenated() {
    LayerSpec nothing = new Activate(Activation.IDENTITY);
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64));
        Tape tape = Tape.on(backend)) {
      Layer layer = new Pack(2, nothing).build(VECTOR, Rng.ofSeed(1), backend);
      Var x =
          tape.constant(backend.tensor(Shape.of(4, 2), DType.FLOAT64, 1.0, 2, 3, 4, 5, 6, 7, 8));
      Var y = layer.forward(x, Pass.eval(tape));
      assertThat(y.shape()).isEqualTo(Shape.of(2, 4));
      assertThat(y.value().toDoubles()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(new Pack(2, nothing).outputShape(VECTOR)).isEqualTo(Shape.of(4));
    }
    assertThatThrownBy(() -> train(new Pack(3, nothing), Shape.of(4, 1), 1, 2, 3, 4))
        .hasMessage(
            "pack: expected a batch size divisible by the pack size 3, got 4 samples; change one of"
                + " them");
  }

  @Test
  void packsMultiply() {
    Pack pack = new Pack(2, Sequential.of(new Silu(), new Pack(3, new Silu())));
    assertThat(pack.samplesPerOutput()).isEqualTo(6);
    assertThat(Sequential.of(pack, pack).samplesPerOutput()).isEqualTo(36);
    assertThat(new SpectralNorm(pack).samplesPerOutput()).isEqualTo(6);
    assertThat(new Dense(1, Activation.IDENTITY).samplesPerOutput()).isEqualTo(1);
  }

  @Test
  void aPackOfOneIsTheCritic() {
    Sequential critic = Sequential.of(new Maxout(4, 2), new Dropout(0.5), new Maxout(1, 2));
    double[] x = {0.5, -2, 1, 3, -1, 0.25};
    assertThat(train(new Pack(1, critic), Shape.of(3, 2), x))
        .isEqualTo(train(critic, Shape.of(3, 2), x));
  }

  /** To the layer inside, packs are samples: it couples them, or not. */
  @Test
  void packsAreCoupledAsTheCriticCouplesSamples() {
    try (Backend backend = Backends.open("reference")) {
      Rng rng = Rng.ofSeed(1).child("d");
      Layer coupled = new Pack(2, new BatchNorm()).build(VECTOR, rng, backend);
      assertThat(coupled.couplesSamples()).isTrue();
      assertThat(coupled.buffers().get("d/running_mean").read().shape()).isEqualTo(Shape.of(4));
      assertThat(new Pack(2, new LayerNorm()).build(VECTOR, rng, backend).couplesSamples())
          .isFalse();
    }
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Dropout(1))
        .hasMessage("dropout: expected a rate in [0, 1), got 1.0");
    assertThatThrownBy(() -> new Elu(0)).hasMessage("elu: expected a finite alpha > 0, got 0.0");
    assertThatThrownBy(() -> new Maxout(1, 1))
        .hasMessage("maxout: expected at least 2 pieces, got 1");
    assertThatThrownBy(() -> new BatchNorm(0, 1e-5))
        .hasMessage("batch norm: expected a momentum in (0, 1], got 0.0");
    assertThatThrownBy(() -> new LayerNorm(0))
        .hasMessage("layer norm: expected a finite epsilon > 0, got 0.0");
    assertThatThrownBy(() -> new Pack(0, new Silu()))
        .hasMessage("pack: expected at least 1 sample, got 0");
    assertThatThrownBy(() -> new MinibatchStdDev(1))
        .hasMessage("minibatch standard deviation: expected at least 2 samples in a group, got 1");
    assertThatThrownBy(() -> new Activate(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("activate: expected an activation, got null");
    assertThat(new Activate(Activation.RELU).outputShape(VECTOR)).isEqualTo(VECTOR);
  }
}
