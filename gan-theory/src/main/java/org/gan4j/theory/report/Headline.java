package org.gan4j.theory.report;

import java.util.Comparator;
import java.util.Optional;
import org.gan4j.io.ReadableNumber;
import org.gan4j.theory.Check;
import org.gan4j.theory.Result;

/**
 * What a row shows in a table: its check that is closest to its bound.
 *
 * @param check the name of the check, and the margin of an inequality
 * @param value the error of an equality, or the left side of an inequality
 * @param bound a sign and the bound of that value, such as {@code ≤ 1e−12}
 */
record Headline(String check, String value, String bound) {
  /** What the two numbers are, for beside a table. */
  static final String LEGEND =
      "Found and allowed are of the check closest to its bound: the error of an equality, or the"
          + " left side of an inequality.";

  private static final int MOST_DIGITS = 6;

  /** {@return the headline, none if the row has no checks} */
  static Optional<Headline> of(Result result) {
    return result.evidence().checks().stream()
        .max(Comparator.comparingDouble(Check::use))
        .map(Headline::of);
  }

  private static Headline of(Check check) {
    return check.isInequality() ? inequality(check) : equality(check);
  }

  private static Headline equality(Check check) {
    return new Headline(
        check.name(), Numbers.size(check.error()), "≤ " + Numbers.size(check.tolerance()));
  }

  /** With as many digits as tell the sides apart, up to a limit. */
  private static Headline inequality(Check check) {
    int digits = 2;
    while (digits < MOST_DIGITS && text(check.left(), digits).equals(text(check.right(), digits))) {
      digits++;
    }
    return new Headline(
        check.name() + ", margin " + Numbers.size(check.margin()),
        text(check.left(), digits),
        check.relation().sign() + " " + text(check.right(), digits));
  }

  private static String text(double number, int digits) {
    return ReadableNumber.of(number, digits);
  }

  /** {@return how many of the row's checks hold, as {@code 3/4}} */
  static String held(Result result) {
    long held = result.evidence().checks().stream().filter(Check::holds).count();
    return held + "/" + result.evidence().checks().size();
  }
}
