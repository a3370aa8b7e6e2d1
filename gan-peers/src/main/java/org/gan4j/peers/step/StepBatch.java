package org.gan4j.peers.step;

/**
 * What a step is fed.
 *
 * @shape real [batch, features], latent draws [batch, latent], row-major
 * @param real the real batch
 * @param discriminatorLatent the latent draws of the discriminator's update
 * @param generatorLatent the latent draws of the generator's update
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and handed to natives as it is
record StepBatch(float[] real, float[] discriminatorLatent, float[] generatorLatent) {}
