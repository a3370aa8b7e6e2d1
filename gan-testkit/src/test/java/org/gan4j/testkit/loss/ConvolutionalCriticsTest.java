package org.gan4j.testkit.loss;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
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
import org.gan4j.nn.AveragePool;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.DiffAugment;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Pass;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.testkit.HostArray;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.gradient.GradientCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Penalties of a convolutional critic, whose second derivatives go through convolutions and, in a
 * training pass, augmentations.
 */
class ConvolutionalCriticsTest {
  private static final Shape SAMPLE = Shape.of(24);
  private static final int ROWS = 3;
  private static final LayerSpec CRITIC =
      Sequential.of(
          new Reshape(4, 6, 1),
          new DiffAugment(),
          new Conv2d(2, 3, 1, 1, Activation.TANH),
          new Residual(new Conv2d(2, 3, 1, 1, Activation.TANH)),
          new AveragePool(2),
          new Conv2d(2, 2, 1, 0, Activation.SOFTPLUS),
          new Flatten(),
          new Dense(1, Activation.IDENTITY));

  static List<CriticPenalty> all() {
    return Recipes.load().usual(CriticPenalty.class);
  }

  /** First and second derivatives by every parameter of the critic. */
  @ParameterizedTest
  @MethodSource("all")
  void derivativesAgreeWithDifferences(CriticPenalty penalty) {
    for (String name : List.of("reference", "cpu")) {
      try (Backend backend = Backends.open(name, new BackendOptions(1, DType.FLOAT64))) {
        Layer layer = CRITIC.build(SAMPLE, Rng.ofSeed(3).child("d"), backend);
        HostArray[] at =
            layer.parameters().stream()
                .map(parameter -> Inputs.uniform(parameter.shape(), 0.3, 0.8, 5))
                .toArray(HostArray[]::new);
        GradientCheck.check(
            penalty + " on " + name,
            backend,
            xs -> penalty(penalty, layer, Pass.eval(xs.get(0).tape()), xs),
            at);
        GradientCheck.check(
            penalty + " of augmented images on " + name,
            backend,
            xs -> penalty(penalty, layer, training(xs.get(0).tape()), xs),
            at);
      }
    }
  }

  private static Pass training(Tape tape) {
    return Pass.train(tape, Rng.ofSeed(4).child("d"), "both", 0);
  }

  private static Var penalty(CriticPenalty penalty, Layer layer, Pass plain, List<Var> parameters) {
    Map<Parameter, Var> replaced = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      replaced.put(layer.parameters().get(i), parameters.get(i));
    }
    Tape tape = parameters.get(0).tape();
    Pass pass = plain.replacing(replaced);
    CriticScores scores =
        new CriticScores(x -> layer.forward(x, pass), samples(tape, 1), samples(tape, 2));
    return penalty.penalty(x -> layer.forward(x, pass), scores, Rng.ofSeed(8));
  }

  private static Var samples(Tape tape, long seed) {
    return tape.watch(Inputs.normal(SAMPLE.batch(ROWS), seed).on(tape.backend(), DType.FLOAT64));
  }
}
