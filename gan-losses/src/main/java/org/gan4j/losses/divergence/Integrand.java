package org.gan4j.losses.divergence;

/** A function on the line, per unit of the point's own coordinate. */
@FunctionalInterface
interface Integrand {
  /** The value as a product; {@link Term#ZERO} where it vanishes. */
  Term at(Point x);
}
