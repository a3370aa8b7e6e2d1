/** Penalties on the critic's input gradient, added to the discriminator's loss. */
package org.gan4j.losses.penalty;
