package org.gan4j.train;

import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Var;

/**
 * A player's loss and the gradients that it descends.
 *
 * @param loss a scalar, in nats
 * @param gradients with respect to the player's parameters, on a tape that is still open
 */
public record LossGradients(Var loss, Gradients gradients) {}
