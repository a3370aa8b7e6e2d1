package org.gan4j.testkit.loss;

import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Scores;
import org.gan4j.losses.WeightedScores;
import org.gan4j.testkit.HostArray;

/**
 * Given logits, optionally weighted. The samples are their own logits: the critic is the identity,
 * so gradients with respect to an input are those with respect to its logit.
 */
public final class FixedScores implements Scores {
  private final Var real;
  private final Var fake;

  private FixedScores(Var real, Var fake) {
    this.real = real;
    this.fake = fake;
  }

  /**
   * Returns scores of logits that are on a tape already, such as a network's.
   *
   * @shape both [n, 1]
   * @param real logits of the real samples
   * @param fake logits of the generated samples
   * @return scores whose means are plain means
   */
  public static FixedScores of(Var real, Var fake) {
    return new FixedScores(real, fake);
  }

  /**
   * Returns scores whose means are plain means.
   *
   * @param tape where the logits are watched
   * @param dtype element type
   * @param real logits of the real samples
   * @param fake logits of the generated samples
   * @return the scores
   */
  public static FixedScores of(Tape tape, DType dtype, double[] real, double[] fake) {
    return of(
        tape.watch(column(real).on(tape.backend(), dtype)),
        tape.watch(column(fake).on(tape.backend(), dtype)));
  }

  /**
   * Returns the same logits with probabilities, as quadrature points have them.
   *
   * @param real one weight a real sample; they should sum to 1
   * @param fake one weight a generated sample; they should sum to 1
   * @return scores whose means are weighted sums
   * @throws IllegalArgumentException if the numbers of weights and logits differ
   */
  public Scores weighted(double[] real, double[] fake) {
    Var realWeights = weights(real, this.real);
    Var fakeWeights = weights(fake, this.fake);
    return new WeightedScores(this.real, this.fake, this.real, this.fake, realWeights, fakeWeights);
  }

  private static Var weights(double[] weights, Var logits) {
    Tape tape = logits.tape();
    return tape.constant(column(weights).on(tape.backend(), logits.dtype()));
  }

  private static HostArray column(double[] values) {
    return HostArray.of(Shape.of(values.length, 1), values);
  }

  @Override
  public Var real() {
    return real;
  }

  @Override
  public Var fake() {
    return fake;
  }

  @Override
  public Var realInput() {
    return real;
  }

  @Override
  public Var fakeInput() {
    return fake;
  }
}
