package org.gan4j.theory;

import java.util.List;
import java.util.Optional;

/**
 * The result of checking a row.
 *
 * @param statement what the row shows
 * @param evidence what the row computed; empty if it threw an exception
 * @param breakdown the exception, if it threw one
 */
public record Result(Statement statement, Evidence evidence, Optional<String> breakdown) {
  /**
   * Returns the result of a row that completed.
   *
   * @param statement what the row shows
   * @param evidence what the row computed
   * @return the result
   */
  static Result of(Statement statement, Evidence evidence) {
    return new Result(statement, evidence, Optional.empty());
  }

  /**
   * Returns the result of a row that threw an exception.
   *
   * @param statement what the row should have shown
   * @param error the exception
   * @return a result that does not hold
   */
  static Result broken(Statement statement, Throwable error) {
    return new Result(statement, Evidence.collect().done(), Optional.of(error.toString()));
  }

  /** {@return whether the row completed and every check holds} */
  public boolean holds() {
    return breakdown.isEmpty() && evidence.holds();
  }

  /** {@return the checks that do not hold} */
  public List<Check> failures() {
    return evidence.checks().stream().filter(check -> !check.holds()).toList();
  }
}
