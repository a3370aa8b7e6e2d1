package org.gan4j.losses;

import org.gan4j.core.autograd.Var;

/**
 * The discriminator's logits; higher means more real.
 *
 * <p>A logit is of one sample, or of a pack of m consecutive samples if the discriminator packs;
 * then n samples have n/m logits, and losses and penalties see a pack as a sample.
 *
 * <p>In the discriminator's step both halves are there. In the generator's step {@link #real} is
 * evaluated only if the loss asks for it. All values are memoised. Losses take their means through
 * {@link #meanReal} and {@link #meanFake}, so that samples may carry weights, as quadrature points
 * do.
 */
public interface Scores {
  /**
   * Returns the logits of the real samples.
   *
   * @shape [k, 1], one row a logit
   * @return D(x) before the sigmoid
   */
  Var real();

  /**
   * Returns the logits of the generated samples.
   *
   * @shape [l, 1], one row a logit
   * @return D(G(z)) before the sigmoid
   */
  Var fake();

  /**
   * Returns the real samples, watched, so that the logits can be differentiated by them.
   *
   * @shape [k·m, …], m samples to a logit
   * @return x
   */
  Var realInput();

  /**
   * Returns the generated samples, watched in the discriminator's step.
   *
   * @shape [l·m, …], m samples to a logit
   * @return G(z)
   */
  Var fakeInput();

  /**
   * Returns the critic's slope at each real sample, recorded; for the discriminator's step, where
   * the samples are watched.
   *
   * @shape [k, m·features], one row a logit
   * @return ∇ₓD(x)
   */
  default Var realGradient() {
    return InputGradients.of(real(), realInput());
  }

  /**
   * Returns the critic's slope at each generated sample, recorded; for the discriminator's step,
   * where the samples are watched.
   *
   * @shape [l, m·features], one row a logit
   * @return ∇ₓD(G(z))
   */
  default Var fakeGradient() {
    return InputGradients.of(fake(), fakeInput());
  }

  /**
   * Returns the expectation over the real samples.
   *
   * @shape [k, 1] to a scalar
   * @param perSample a value for each real logit
   * @return its mean, weighted if the samples are
   */
  default Var meanReal(Var perSample) {
    return perSample.mean();
  }

  /**
   * Returns the expectation over the generated samples.
   *
   * @shape [l, 1] to a scalar
   * @param perSample a value for each generated logit
   * @return its mean, weighted if the samples are
   */
  default Var meanFake(Var perSample) {
    return perSample.mean();
  }
}
