package org.gan4j.testkit.loss;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Critic;
import org.gan4j.losses.Scores;

/** Scores of a critic that is any function, optionally weighted. */
public final class CriticScores implements Scores {
  private final FixedScores scores;
  private final Var realInput;
  private final Var fakeInput;

  /**
   * Scores both halves, each in a pass of its own; their means are plain means.
   *
   * @param critic the function
   * @param realInput the real samples, watched
   * @param fakeInput the generated samples, watched
   */
  public CriticScores(Critic critic, Var realInput, Var fakeInput) {
    this(FixedScores.of(critic.score(realInput), critic.score(fakeInput)), realInput, fakeInput);
  }

  private CriticScores(FixedScores scores, Var realInput, Var fakeInput) {
    this.scores = scores;
    this.realInput = realInput;
    this.fakeInput = fakeInput;
  }

  /**
   * Returns the same scores with probabilities.
   *
   * @param real one weight a real sample; they should sum to 1
   * @param fake one weight a generated sample; they should sum to 1
   * @return scores whose means are weighted sums
   * @throws IllegalArgumentException if the numbers of weights and samples differ
   */
  public CriticScores weighted(double[] real, double[] fake) {
    return new CriticScores(scores.weighted(real, fake), realInput, fakeInput);
  }

  @Override
  public Var real() {
    return scores.real();
  }

  @Override
  public Var fake() {
    return scores.fake();
  }

  @Override
  public Var realInput() {
    return realInput;
  }

  @Override
  public Var fakeInput() {
    return fakeInput;
  }

  @Override
  public Var meanReal(Var perSample) {
    return scores.meanReal(perSample);
  }

  @Override
  public Var meanFake(Var perSample) {
    return scores.meanFake(perSample);
  }
}
