package org.gan4j.testkit.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;

/**
 * Both objectives at given logits, and their gradients in them.
 *
 * @param discriminator L_D
 * @param discriminatorReal ∂L_D by each real logit
 * @param discriminatorFake ∂L_D by each generated logit
 * @param generator L_G
 * @param generatorFake ∂L_G by each generated logit
 */
record Evaluation(
    double discriminator,
    List<Double> discriminatorReal,
    List<Double> discriminatorFake,
    double generator,
    List<Double> generatorFake) {

  /** Evaluates with plain means. */
  static Evaluation of(GanLoss loss, Backend backend, double[] real, double[] fake) {
    try (Tape tape = Tape.on(backend)) {
      return of(loss, FixedScores.of(tape, backend.dtype(), real, fake));
    }
  }

  /** Evaluates with weighted means; each half has its logits and their probabilities. */
  static Evaluation of(
      GanLoss loss,
      Backend backend,
      double[] real,
      double[] realWeights,
      double[] fake,
      double[] fakeWeights) {
    try (Tape tape = Tape.on(backend)) {
      FixedScores plain = FixedScores.of(tape, backend.dtype(), real, fake);
      return of(loss, plain.weighted(realWeights, fakeWeights));
    }
  }

  private static Evaluation of(GanLoss loss, Scores scores) {
    List<Var> logits = List.of(scores.real(), scores.fake());
    Var d = loss.discriminator(scores);
    Gradients byD = d.tape().gradient(d, logits);
    Var g = loss.generator(scores);
    Gradients byG = g.tape().gradient(g, logits);
    return new Evaluation(
        d.item(),
        list(byD.of(scores.real())),
        list(byD.of(scores.fake())),
        g.item(),
        list(byG.of(scores.fake())));
  }

  private static List<Double> list(Var numbers) {
    return list(numbers.value().toDoubles());
  }

  static List<Double> list(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** {@return every number, the values first} */
  List<Double> numbers() {
    return Stream.of(
            List.of(discriminator, generator), discriminatorReal, discriminatorFake, generatorFake)
        .flatMap(List::stream)
        .toList();
  }

  /** {@return what the i-th of {@link #numbers} is} */
  String nameOf(int i) {
    if (i < 2) {
      return i == 0 ? "L_D" : "L_G";
    }
    int real = i - 2;
    int fake = real - discriminatorReal.size();
    int generator = fake - discriminatorFake.size();
    if (fake < 0) {
      return "gradient of L_D in real logit " + real;
    }
    return generator < 0
        ? "gradient of L_D in generated logit " + fake
        : "gradient of L_G in generated logit " + generator;
  }
}
