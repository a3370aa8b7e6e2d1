/**
 * Divergences between known densities, with an error beside every number.
 *
 * <p>Plain {@code double} arithmetic, in nats; nothing here knows tensors or backends, so that it
 * can judge them.
 */
package org.gan4j.losses.divergence;
