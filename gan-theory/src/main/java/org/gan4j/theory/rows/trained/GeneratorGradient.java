package org.gan4j.theory.rows.trained;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.WeightedScores;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * The gradient of a generator's loss through the tape, with expectations over z by quadrature.
 *
 * @param byLocation the derivative by the affine generator's location
 * @param byScale the derivative by its scale
 */
record GeneratorGradient(double byLocation, double byScale) {
  /**
   * Differentiates.
   *
   * @param loss its generator objective is differentiated
   * @param at the generator
   * @param latent values of z with their probabilities
   * @param logits the discriminator, from samples [n, 1] to logits [n, 1]
   * @param backend where to compute
   * @return the gradient
   */
  static GeneratorGradient of(
      GanLoss loss,
      AffineGenerator at,
      WeightedPoints latent,
      UnaryOperator<Var> logits,
      Backend backend) {
    Layer generator = at.build(Shape.of(1), Rng.ofSeed(0).child("generator"), backend);
    try (Tape tape = Tape.on(backend)) {
      Pass pass = Pass.train(tape, Rng.ofSeed(0), "gradient", 0);
      Var x = generator.forward(Columns.on(tape, latent.x()), pass);
      Var logitsOfFake = logits.apply(x);
      Var weights = Columns.on(tape, latent.fake());
      WeightedScores scores =
          new WeightedScores(logitsOfFake, logitsOfFake, x, x, weights, weights);
      Gradients gradients = tape.backward(loss.generator(scores));
      List<Parameter> parameters = generator.parameters();
      return new GeneratorGradient(
          gradients.of(parameters.get(1)).item(), gradients.of(parameters.get(0)).item());
    }
  }

  /** {@return the norm of the gradient} */
  double norm() {
    return Math.sqrt(byScale * byScale + byLocation * byLocation);
  }
}
