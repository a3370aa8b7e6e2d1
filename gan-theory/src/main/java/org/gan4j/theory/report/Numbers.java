package org.gan4j.theory.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people: few digits, no trailing zeros. */
final class Numbers {
  private static final int DIGITS = 12;
  private static final int FEW_DIGITS = 2;

  private Numbers() {}

  /** As many digits as two sides of a check share. */
  static String value(double number) {
    return text(number, DIGITS);
  }

  /** The size of an error or a tolerance. */
  static String size(double number) {
    return text(number, FEW_DIGITS);
  }

  /** A tick of an axis, given at most four digits. */
  static String tick(double number) {
    return text(number, 4);
  }

  private static String text(double number, int digits) {
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
