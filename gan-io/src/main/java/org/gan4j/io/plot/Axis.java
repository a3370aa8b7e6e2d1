package org.gan4j.io.plot;

import java.util.Optional;
import org.gan4j.core.Expect;

/**
 * One axis of a figure.
 *
 * @param label the quantity and its unit; empty for none
 * @param logarithmic whether the scale is logarithmic; numbers that are not positive are then not
 *     drawn
 * @param range the numbers to show; if empty, all numbers of the figure with a small margin
 */
public record Axis(String label, boolean logarithmic, Optional<AxisRange> range) {
  /**
   * Checks the range.
   *
   * @param label the quantity and its unit
   * @param logarithmic whether the scale is logarithmic
   * @param range the numbers to show
   * @throws IllegalArgumentException if a logarithmic axis begins at 0 or below
   */
  public Axis {
    if (logarithmic && range.isPresent() && range.get().low() <= 0) {
      throw Expect.failure(
          "Axis " + label, "a positive range for a logarithmic scale", range.get());
    }
  }

  static Axis linear(String label) {
    return new Axis(label, false, Optional.empty());
  }

  Axis inDecades() {
    return new Axis(label, true, range);
  }

  Axis showing(AxisRange shown) {
    return new Axis(label, logarithmic, Optional.of(shown));
  }

  /** Whether a number has a place on the scale. */
  boolean places(double number) {
    return Double.isFinite(number) && !(logarithmic && number <= 0);
  }
}
