package org.gan4j.losses.divergence;

/** A function on the line whose argument is given as anchor + offset, as in {@link Density}. */
@FunctionalInterface
public interface Integrand {
  /**
   * Returns the function at anchor + offset.
   *
   * @param anchor the point's greater part
   * @param offset the rest, of either sign
   * @return the value, finite
   */
  double at(double anchor, double offset);
}
