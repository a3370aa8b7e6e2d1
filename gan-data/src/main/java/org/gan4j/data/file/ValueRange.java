package org.gan4j.data.file;

import java.util.Locale;
import org.gan4j.core.Expect;

/**
 * Which stored numbers become −1 and 1: pixels x are scaled to (x − low) / half − 1, with half =
 * (high − low) / 2.
 *
 * @param low the number that becomes −1, such as 0 for black
 * @param high the number that becomes 1, such as 255 for white
 */
public record ValueRange(double low, double high) {
  /** Unsigned bytes: 0 is black and 255 is white. */
  public static final ValueRange BYTES = new ValueRange(0, 255);

  /**
   * Checks the range.
   *
   * @param low the number that becomes −1
   * @param high the number that becomes 1
   * @throws IllegalArgumentException if the numbers are not finite, or low is not below high
   */
  public ValueRange {
    Expect.that(
        low < high && Float.isFinite((float) (high - low)) && half(low, high) > 0,
        "value range",
        "finite numbers low < high that floats can tell apart",
        String.format(Locale.ROOT, "%s and %s", low, high));
  }

  /**
   * Scales a number.
   *
   * @param value from low to high
   * @return from −1 to 1
   */
  public float scale(double value) {
    return (float) (value - low) / half(low, high) - 1;
  }

  private static float half(double low, double high) {
    return (float) ((high - low) / 2);
  }

  /**
   * Whether a number is in the range.
   *
   * @param value any number
   * @return false for NaN
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** {@return the scaled values of all unsigned or signed bytes, by their bits from 0 to 255} */
  float[] table(ElementType type) {
    float[] table = new float[256];
    for (int bits = 0; bits < table.length; bits++) {
      table[bits] = scale(type == ElementType.INT8 ? (byte) bits : bits);
    }
    return table;
  }
}
