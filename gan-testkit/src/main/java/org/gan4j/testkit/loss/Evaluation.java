package org.gan4j.testkit.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.losses.GanLoss;

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
    double[] discriminatorReal,
    double[] discriminatorFake,
    double generator,
    double[] generatorFake) {

  /**
   * Logits of both halves with their probabilities.
   *
   * @param real logits
   * @param realWeights one each
   * @param fake logits
   * @param fakeWeights one each
   */
  record Batch(double[] real, double[] realWeights, double[] fake, double[] fakeWeights) {
    static Batch equal(double[] real, double[] fake) {
      return new Batch(real, shares(real.length), fake, shares(fake.length));
    }

    private static double[] shares(int n) {
      double[] weights = new double[n];
      Arrays.fill(weights, 1.0 / n);
      return weights;
    }
  }

  /** Evaluates with plain means. */
  static Evaluation of(GanLoss loss, Backend backend, double[] real, double[] fake) {
    try (Tape tape = backend.tape()) {
      return of(loss, FixedScores.of(tape, backend.dtype(), real, fake));
    }
  }

  /** Evaluates with weighted means. */
  static Evaluation of(GanLoss loss, Backend backend, Batch batch) {
    try (Tape tape = backend.tape()) {
      return of(
          loss,
          FixedScores.of(tape, backend.dtype(), batch.real(), batch.fake())
              .weighted(batch.realWeights(), batch.fakeWeights()));
    }
  }

  private static Evaluation of(GanLoss loss, FixedScores scores) {
    List<Var> logits = List.of(scores.real(), scores.fake());
    Var d = loss.discriminator(scores);
    Gradients byD = d.tape().gradient(d, logits);
    Var g = loss.generator(scores);
    Gradients byG = g.tape().gradient(g, logits);
    return new Evaluation(
        d.item(),
        byD.of(scores.real()).value().toDoubles(),
        byD.of(scores.fake()).value().toDoubles(),
        g.item(),
        byG.of(scores.fake()).value().toDoubles());
  }

  /** {@return every number, the values first} */
  double[] numbers() {
    return DoubleStream.concat(
            DoubleStream.of(discriminator, generator),
            DoubleStream.concat(
                DoubleStream.of(discriminatorReal),
                DoubleStream.concat(
                    DoubleStream.of(discriminatorFake), DoubleStream.of(generatorFake))))
        .toArray();
  }
}
