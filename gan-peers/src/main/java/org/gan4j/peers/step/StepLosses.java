package org.gan4j.peers.step;

/**
 * The losses of a step, each before its update, in nats.
 *
 * @param discriminator the discriminator's, on the real and the fake batch
 * @param generator the generator's, against the updated discriminator
 */
record StepLosses(double discriminator, double generator) {}
