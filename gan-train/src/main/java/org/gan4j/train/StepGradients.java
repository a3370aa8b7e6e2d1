package org.gan4j.train;

/**
 * The gradients of both players at one point.
 *
 * @param discriminator what the discriminator descends
 * @param generator what the generator descends
 */
public record StepGradients(DiscriminatorStep discriminator, LossGradients generator) {}
