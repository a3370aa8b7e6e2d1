package org.gan4j.train;

/** When the generator's gradient is taken, relative to the discriminator's update. */
public enum UpdateOrder {
  /** The discriminator first; the generator answers its updated opponent. */
  ALTERNATING,
  /** Both gradients at the same point, then both updates. */
  SIMULTANEOUS
}
