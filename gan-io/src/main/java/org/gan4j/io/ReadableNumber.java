package org.gan4j.io;

import java.math.BigDecimal;
import java.math.MathContext;

/** Formats numbers for people: few digits, no trailing zeros, a true minus sign. */
public final class ReadableNumber {
  private ReadableNumber() {}

  /**
   * Returns a number as text, for example {@code −0.25} or {@code 3.2e−9}.
   *
   * @param number any number
   * @param digits the most digits to show, at least 1
   * @return the text, the same in every locale
   */
  public static String of(double number, int digits) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞" : "−∞";
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String text =
        exponent < -4 || exponent > Math.max(5, digits - 1)
            ? scientific(rounded, exponent)
            : rounded.toPlainString();
    return text.replace('-', '−');
  }

  private static String scientific(BigDecimal number, int exponent) {
    String mantissa = number.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
    return mantissa + "e" + exponent;
  }
}
