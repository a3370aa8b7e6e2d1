package org.gan4j.io.plot;

import java.util.Optional;

/**
 * One axis of a figure.
 *
 * @param label the quantity and its unit; empty for none
 * @param logarithmic whether the scale is logarithmic; values that are not positive then are not
 *     drawn
 * @param range what is shown; if empty, all of the figure's numbers and a little room
 */
public record Axis(String label, boolean logarithmic, Optional<AxisRange> range) {
  /**
   * Checks the range.
   *
   * @param label the quantity and its unit
   * @param logarithmic whether the scale is logarithmic
   * @param range what is shown
   * @throws IllegalArgumentException if a logarithmic axis is to begin at 0 or below
   */
  public Axis {
    if (logarithmic && range.isPresent() && range.get().low() <= 0) {
      throw new IllegalArgumentException(
          "Axis %s: expected a positive range for a logarithmic scale, got %s"
              .formatted(label, range.get()));
    }
  }

  static Axis linear(String label) {
    return new Axis(label, false, Optional.empty());
  }

  Axis inDecades() {
    return new Axis(label, true, range);
  }

  Axis showing(AxisRange interval) {
    return new Axis(label, logarithmic, Optional.of(interval));
  }

  /** Whether a number has a place on the scale. */
  boolean places(double number) {
    return Double.isFinite(number) && !(logarithmic && number <= 0);
  }
}
