package org.gan4j.nn;

import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.nn.init.Initializer;

/**
 * The last layer of AC-GAN's discriminator: a logit as every discriminator has, and beside it a
 * score for each class. The trainer adds the cross-entropy of the scores to both players' losses:
 * the discriminator learns to classify samples, and the generator to make samples that are
 * classified as their label. The loss and the penalties get the logit alone.
 *
 * <p>In the paper the head learns from fake samples too. It then helps a generator that confuses
 * two classes to keep them confused; learning from real samples alone, it does not.
 *
 * @shape [n, features] to [n, 1 + classes]
 * @param classes the number of classes, at least 2
 * @param weight the factor on the cross-entropies, at least 0; 1 in the paper
 * @param learnsFromFake whether the discriminator learns to classify fake samples too, as in the
 *     paper
 * @param init draws weights and biases
 * @paper Odena et al. 2017, arXiv:1610.09585, Eqs. (2) and (3)
 */
public record AuxiliaryHead(int classes, double weight, boolean learnsFromFake, Initializer init)
    implements LayerSpec {
  /**
   * Checks the ranges.
   *
   * @param classes the number of classes, at least 2
   * @param weight the factor on the cross-entropies, at least 0; 1 in the paper
   * @param learnsFromFake whether the discriminator learns to classify fake samples too, as in the
   *     paper
   * @param init draws weights and biases
   */
  public AuxiliaryHead {
    Expect.atLeast("auxiliary head", "a number of classes", classes, 2);
    Expect.nonNegative("auxiliary head", "a finite weight", weight);
  }

  @Override
  public Optional<AuxiliaryHead> auxiliaryHead() {
    return Optional.of(this);
  }

  private Dense dense() {
    return new Dense(Math.addExact(classes, 1), Activation.IDENTITY, init);
  }

  @Override
  public Shape outputShape(Shape input) {
    Vectors.features("auxiliary head", input);
    return dense().outputShape(input);
  }

  @Override
  public long parameterCount(Shape input) {
    return dense().parameterCount(input);
  }

  @Override
  public Layer build(Shape input, Rng rng, Backend backend) {
    outputShape(input);
    return dense().build(input, rng, backend);
  }
}
