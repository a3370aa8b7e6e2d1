package org.gan4j.train;

import org.gan4j.losses.Scores;

/**
 * The gradients of the discriminator's update, and the logits that its loss is of.
 *
 * @param own its loss, penalties included, and its gradients
 * @param scores the logits of the batch
 */
public record DiscriminatorStep(LossGradients own, Scores scores) {}
