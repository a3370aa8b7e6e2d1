package org.gan4j.losses;

import org.gan4j.core.Expect;
import org.gan4j.core.autograd.Var;

/**
 * Scores whose samples have probabilities, such as the points of a quadrature. The expectations of
 * a loss are then integrals without sampling noise.
 *
 * @param real logits of the real samples, [n, 1]
 * @param fake logits of the generated samples, [m, 1]; may be those of the real ones
 * @param realInput the real samples, [n, …]
 * @param fakeInput the generated samples, [m, …]
 * @param realWeights one probability per real logit, [n, 1]; sum 1
 * @param fakeWeights one probability per fake logit, [m, 1]; sum 1
 */
public record WeightedScores(
    Var real, Var fake, Var realInput, Var fakeInput, Var realWeights, Var fakeWeights)
    implements Scores {
  /**
   * Checks that there is a weight for each logit.
   *
   * @param real logits of the real samples, [n, 1]
   * @param fake logits of the generated samples, [m, 1]
   * @param realInput the real samples
   * @param fakeInput the generated samples
   * @param realWeights one probability per real logit, [n, 1]
   * @param fakeWeights one probability per fake logit, [m, 1]
   * @throws IllegalArgumentException if the shapes of weights and logits differ
   */
  public WeightedScores {
    requireOneEach(real, realWeights);
    requireOneEach(fake, fakeWeights);
  }

  private static void requireOneEach(Var logits, Var weights) {
    if (!logits.shape().equals(weights.shape())) {
      throw Expect.failure(
          "scores",
          "one weight per logit",
          "weights " + weights.shape() + " for logits " + logits.shape());
    }
  }

  @Override
  public Var meanReal(Var perSample) {
    return perSample.multiply(realWeights).sum();
  }

  @Override
  public Var meanFake(Var perSample) {
    return perSample.multiply(fakeWeights).sum();
  }
}
