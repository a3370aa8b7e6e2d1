package org.gan4j.train;

import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Scores;

/**
 * What the discriminator minimises on one batch.
 *
 * @param value its loss with the penalties, a scalar in nats
 * @param scores the logits from which the loss was computed
 */
public record DiscriminatorLoss(Var value, Scores scores) {}
