package org.gan4j.losses;

import org.gan4j.core.autograd.Var;

/**
 * The discriminator's logits; higher means more real.
 *
 * <p>A logit belongs to one sample, or to a pack of m consecutive samples if the discriminator
 * packs. Then n samples have n/m logits, and losses and penalties treat a pack as a sample.
 *
 * <p>In the discriminator's step the logits of real and fake samples are computed in advance. In
 * the generator's step {@link #real} is evaluated only if the loss uses it. All values are
 * memoised. Losses average by {@link #meanReal} and {@link #meanFake}, so that samples may have
 * weights, such as those of a quadrature.
 */
public interface Scores {
  /**
   * Returns the logits of the real samples.
   *
   * @shape [k, 1], one row per logit
   * @return D(x) before the sigmoid
   */
  Var real();

  /**
   * Returns the logits of the generated samples.
   *
   * @shape [l, 1], one row per logit
   * @return D(G(z)) before the sigmoid
   */
  Var fake();

  /**
   * Returns the real samples, watched, so that logits can be differentiated with respect to them.
   *
   * @shape [k·m, …], m samples per logit
   * @return x
   */
  Var realInput();

  /**
   * Returns the generated samples, watched in the discriminator's step.
   *
   * @shape [l·m, …], m samples per logit
   * @return G(z)
   */
  Var fakeInput();

  /**
   * Returns the critic's input gradient at each real sample, recorded. Available in the
   * discriminator's step, where the samples are watched.
   *
   * @shape [k, m·features], one row per logit
   * @return ∇ₓD(x)
   */
  default Var realGradient() {
    return InputGradients.of(real(), realInput());
  }

  /**
   * Returns the critic's input gradient at each generated sample, recorded. Available in the
   * discriminator's step, where the samples are watched.
   *
   * @shape [l, m·features], one row per logit
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
   * @return the mean, weighted if the samples are
   */
  default Var meanReal(Var perSample) {
    return perSample.mean();
  }

  /**
   * Returns the expectation over the generated samples.
   *
   * @shape [l, 1] to a scalar
   * @param perSample a value for each generated logit
   * @return the mean, weighted if the samples are
   */
  default Var meanFake(Var perSample) {
    return perSample.mean();
  }
}
