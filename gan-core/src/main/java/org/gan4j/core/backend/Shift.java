package org.gan4j.core.backend;

/**
 * How far a map moves, in elements.
 *
 * @param down rows down; negative is up
 * @param right columns to the right; negative is to the left
 */
public record Shift(int down, int right) {
  /** {@return the shift back} */
  public Shift opposite() {
    return new Shift(-down, -right);
  }
}
