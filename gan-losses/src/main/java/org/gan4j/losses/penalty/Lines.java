package org.gan4j.losses.penalty;

import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/** Random points on the lines from generated to real samples. */
final class Lines {
  private Lines() {}

  /**
   * Returns εx + (1 − ε)G(z) for each pair of a real and a fake sample, with its own uniform ε. A
   * pack has one ε, so that its point is on the line between two packs.
   *
   * @throws IllegalArgumentException if there are not as many real as fake samples
   */
  static Var between(Scores scores, Rng rng) {
    Var real = scores.realInput().detach();
    Var fake = scores.fakeInput().detach();
    if (!real.shape().equals(fake.shape())) {
      throw Expect.failure(
          "interpolates",
          "as many generated as real samples",
          fake.shape() + " and " + real.shape());
    }
    int logits = scores.real().shape().rows();
    Var share = Draws.uniformColumn(real, logits, rng.stream("interpolates"));
    Var from = InputGradients.rows(fake, logits);
    Var points = from.add(InputGradients.rows(real, logits).subtract(from).scaleRows(share));
    return points.reshape(real.shape());
  }
}
