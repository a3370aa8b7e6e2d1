package org.gan4j.losses.penalty;

import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;

/** Points on lines from generated samples to real ones. */
final class Lines {
  private Lines() {}

  /**
   * Returns εx + (1 − ε)G(z) for the i-th of both halves, with its own uniform ε. A pack that has
   * one logit has one ε, so that its point is on the line between two packs.
   *
   * @throws IllegalArgumentException if the halves differ in size
   */
  static Var between(Scores scores, Rng rng) {
    Var real = scores.realInput().detach();
    Var fake = scores.fakeInput().detach();
    if (!real.shape().equals(fake.shape())) {
      throw new IllegalArgumentException(
          "interpolates: expected as many generated as real samples, got "
              + fake.shape()
              + " and "
              + real.shape());
    }
    int logits = scores.real().shape().rows();
    Var share = Draws.uniformColumn(real, logits, rng.stream("interpolates"));
    Var from = InputGradients.rows(fake, logits);
    Var points = from.add(InputGradients.rows(real, logits).subtract(from).scaleRows(share));
    return points.reshape(real.shape());
  }
}
