/** Penalties on the critic's slope, added to what the discriminator minimises. */
package org.gan4j.losses.penalty;
