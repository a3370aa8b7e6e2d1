package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Pass;
import org.gan4j.nn.Sequential;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.gradient.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A packed critic is a critic of packs: its input gradients and penalties are those of the product
 * space.
 */
class PackedPenaltiesTest {
  private static final int SAMPLES = 3;
  private static final int PACKS = 4;
  private static final Shape SINGLE = Shape.of(2);
  private static final Shape PACKED = Shape.of(6);
  private static final LayerSpec CRITIC =
      Sequential.of(new Dense(5, Activation.TANH), new Dense(1, Activation.IDENTITY));

  static List<CriticPenalty> all() {
    return Recipes.load().usual(CriticPenalty.class);
  }

  private static Backend open(String name) {
    return Backends.open(name, new BackendOptions(1, DType.FLOAT64));
  }

  private static Layer build(LayerSpec spec, Shape input, Backend backend) {
    return spec.build(input, Rng.ofSeed(3).child("d"), backend);
  }

  /** The same numbers as 12 samples of 2 features or as 4 packs of 6. */
  private static Var half(Tape tape, Shape sample, long seed) {
    HostArray packs = Inputs.normal(PACKED.batch(PACKS), seed);
    int rows = (int) (packs.size() / sample.size());
    HostArray samples = HostArray.of(sample.batch(rows), packs.values());
    return tape.watch(samples.on(tape.backend(), DType.FLOAT64));
  }

  private static Var penalty(CriticPenalty penalty, Layer layer, Shape sample, Pass pass) {
    Var real = half(pass.tape(), sample, 1);
    Var fake = half(pass.tape(), sample, 2);
    CriticScores scores = new CriticScores(x -> layer.forward(x, pass), real, fake);
    return penalty.penalty(x -> layer.forward(x, pass), scores, Rng.ofSeed(8));
  }

  /** The value, and its gradient by each parameter. */
  private static List<double[]> numbers(
      String name, CriticPenalty penalty, LayerSpec spec, Shape sample) {
    try (Backend backend = open(name);
        Tape tape = Tape.on(backend)) {
      Layer layer = build(spec, sample, backend);
      Pass pass = Pass.train(tape, Rng.ofSeed(4).child("d"), "real", 0);
      Var value = penalty(penalty, layer, sample, pass);
      List<double[]> numbers = new ArrayList<>(List.of(value.value().toDoubles()));
      Gradients gradients = tape.backward(value);
      for (Parameter parameter : layer.parameters()) {
        numbers.add(gradients.of(parameter).toDoubles());
      }
      return numbers;
    }
  }

  /** Bit for bit, draws included, and the gradients that training takes too. */
  @ParameterizedTest
  @MethodSource("all")
  void penaltiesAreThoseOfTheProductSpace(CriticPenalty penalty) {
    for (String name : List.of("reference", "cpu")) {
      List<double[]> packed = numbers(name, penalty, new Pack(SAMPLES, CRITIC), SINGLE);
      List<double[]> plain = numbers(name, penalty, CRITIC, PACKED);
      assertThat(packed).as("%s on %s", penalty, name).hasSize(5);
      for (int i = 0; i < packed.size(); i++) {
        assertThat(packed.get(i)).as("number %s", i).isEqualTo(plain.get(i));
      }
      assertThat(packed.get(0)[0]).isPositive();
      assertThat(packed.get(1)).doesNotContain(0);
    }
  }

  /**
   * The input gradient of wᵀ(x₁, x₂, x₃) + b is w in every pack: (1, 2, 2, 4, 4, 20) has norm 21.
   */
  @Test
  void aPackedLinearCriticHasOneSlopeARow() {
    double[] w = {1, 2, 2, 4, 4, 20};
    try (Backend backend = open("reference");
        Tape tape = Tape.on(backend)) {
      Layer layer = build(new Pack(SAMPLES, new Dense(1, Activation.IDENTITY)), SINGLE, backend);
      Var weight = tape.constant(backend.tensor(Shape.of(1, 6), DType.FLOAT64, w));
      Pass pass = Pass.eval(tape).replacing(Map.of(layer.parameters().get(0), weight));
      Var x = half(tape, SINGLE, 1);
      Var inputGradients = InputGradients.of(layer.forward(x, pass), x);
      assertThat(inputGradients.shape()).isEqualTo(Shape.of(PACKS, 6));
      for (int i = 0; i < PACKS; i++) {
        assertThat(inputGradients.rows(i, i + 1).value().toDoubles()).isEqualTo(w);
      }
      assertThat(InputGradients.norms(inputGradients).value().toDoubles()).containsOnly(21);
      Var cost = penalty(new WganGp(7), layer, SINGLE, pass);
      assertThat(cost.item()).isCloseTo(7 * 20 * 20, within(1e-11));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void derivativesAgreeWithDifferences(CriticPenalty penalty) {
    try (Backend backend = open("cpu")) {
      Layer layer = build(new Pack(SAMPLES, CRITIC), SINGLE, backend);
      HostArray[] at =
          layer.parameters().stream()
              .map(
                  parameter ->
                      Inputs.uniform(parameter.shape(), 0.6, 1.4, parameter.shape().rank()))
              .toArray(HostArray[]::new);
      GradientCheck.check(
          penalty.toString(),
          backend,
          xs -> {
            Map<Parameter, Var> replaced = new HashMap<>();
            for (int i = 0; i < xs.size(); i++) {
              replaced.put(layer.parameters().get(i), xs.get(i));
            }
            Pass pass = Pass.eval(xs.get(0).tape()).replacing(replaced);
            return penalty(penalty, layer, SINGLE, pass);
          },
          at);
    }
  }

  @Test
  void logitsThatAreNotOfEqualPacksAreRefused() {
    try (Backend backend = open("reference");
        Tape tape = Tape.on(backend)) {
      Var x = half(tape, SINGLE, 1);
      assertThatThrownBy(() -> InputGradients.of(x.rows(0, 5).rowSums(), x))
          .hasMessage(
              "input gradients: expected one logit per sample, or per pack of samples, got 5 logits of"
                  + " samples [12, 2]");
    }
  }
}
