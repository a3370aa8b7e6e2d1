package org.gan4j.theory;

import java.util.List;
import java.util.Optional;

/**
 * A row after its check.
 *
 * @param statement what the row shows
 * @param evidence what it found; empty if it broke off
 * @param breakdown why it broke off, if it did
 */
public record Result(Statement statement, Evidence evidence, Optional<String> breakdown) {
  /**
   * Returns the result of a row that found something.
   *
   * @param statement what the row shows
   * @param evidence what it found
   * @return the result
   */
  static Result of(Statement statement, Evidence evidence) {
    return new Result(statement, evidence, Optional.empty());
  }

  /**
   * Returns the result of a row that broke off.
   *
   * @param statement what the row should have shown
   * @param error why it broke off
   * @return the result, which does not hold
   */
  static Result broken(Statement statement, Throwable error) {
    return new Result(statement, Evidence.collect().done(), Optional.of(error.toString()));
  }

  /** {@return whether the row did its checks and every one holds} */
  public boolean holds() {
    return breakdown.isEmpty() && evidence.holds();
  }

  /** {@return the checks that do not hold} */
  public List<Check> failures() {
    return evidence.checks().stream().filter(check -> !check.holds()).toList();
  }
}
