package org.gan4j.losses;

import org.gan4j.core.autograd.Var;

/**
 * Scores in which every sample is in both batches: as real with its weight, and as fake with the
 * rest. The total weights of the batches are α + β and 2 − α − β.
 */
final class SmoothedScores implements Scores {
  private final Scores scores;
  private final double realWeight;
  private final double fakeWeight;
  private final Var logits;

  SmoothedScores(Scores scores, double realWeight, double fakeWeight) {
    this.scores = scores;
    this.realWeight = realWeight;
    this.fakeWeight = fakeWeight;
    this.logits = Var.concatRows(scores.real(), scores.fake());
  }

  @Override
  public Var real() {
    return logits;
  }

  @Override
  public Var fake() {
    return logits;
  }

  @Override
  public Var realInput() {
    return scores.realInput();
  }

  @Override
  public Var fakeInput() {
    return scores.fakeInput();
  }

  @Override
  public Var meanReal(Var perSample) {
    return mean(perSample, realWeight, fakeWeight);
  }

  @Override
  public Var meanFake(Var perSample) {
    return mean(perSample, 1 - realWeight, 1 - fakeWeight);
  }

  private Var mean(Var perSample, double ofReal, double ofFake) {
    int reals = scores.real().shape().rows();
    Var real = scores.meanReal(perSample.rows(0, reals));
    Var fake = scores.meanFake(perSample.rows(reals, perSample.shape().rows()));
    return real.multiply(ofReal).add(fake.multiply(ofFake));
  }
}
