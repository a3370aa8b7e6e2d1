package org.gan4j.losses.divergence;

import java.util.Locale;

/**
 * A number with a bound on its error.
 *
 * @param value the number; infinite where that was decided from supports and tails, or where the
 *     number is finite but {@linkplain #isTooGreat too great} for a double
 * @param error how far the true number may lie from the value
 * @param evaluations how often the integrand was evaluated; 0 where nothing was integrated
 */
public record Estimate(double value, double error, long evaluations) {
  /**
   * Returns a number that is known up to rounding.
   *
   * @param value the number
   * @return it, with an error of a few units in the last place
   */
  public static Estimate exact(double value) {
    return new Estimate(value, Double.isInfinite(value) ? 0 : 4 * Math.ulp(value), 0);
  }

  /** A finite number above the greatest double. */
  static Estimate tooGreat(long evaluations) {
    return new Estimate(Double.POSITIVE_INFINITY, 0, evaluations);
  }

  /** {@return whether the number is finite, but greater than a double can hold} */
  public boolean isTooGreat() {
    return Double.isInfinite(value) && evaluations > 0;
  }

  /**
   * Confines the number to the range in which it is known to lie. A value that left the range moves
   * to its end, and the error grows by as much; it need not exceed the range.
   */
  Estimate within(double lower, double upper) {
    if (Double.isInfinite(value)) {
      return this;
    }
    double nearest = Math.min(Math.max(value, lower), upper);
    double widened = error + Math.abs(nearest - value);
    double most = Math.max(nearest - lower, upper - nearest);
    return new Estimate(nearest, Math.min(widened, most), evaluations);
  }

  Estimate widened(double by) {
    return new Estimate(value, error + by, evaluations);
  }

  Estimate plus(Estimate other) {
    return new Estimate(value + other.value, error + other.error, evaluations + other.evaluations);
  }

  Estimate times(double factor) {
    return new Estimate(factor * value, Math.abs(factor) * error, evaluations);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.15g ± %.1e", value, error);
  }
}
