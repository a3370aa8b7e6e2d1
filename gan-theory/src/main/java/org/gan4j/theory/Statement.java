package org.gan4j.theory;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.Expect;

/**
 * What a row shows, in words and formulas.
 *
 * @param id the row's number in the lecture notes such as {@code 6b}, or a short name; no comma
 * @param title a few words
 * @param claim the statement in one or two sentences
 * @param formulas the statement in the notation that {@code report.MathMl} reads
 * @param source the paper, section and equation
 * @param method how the two sides are computed, and why they are independent
 */
public record Statement(
    String id, String title, String claim, List<String> formulas, String source, String method) {
  /**
   * Checks the id and copies the formulas.
   *
   * @param id letters, digits and hyphens
   * @param title a few words
   * @param claim the statement
   * @param formulas any number
   * @param source the paper, section and equation
   * @param method how it is computed
   * @throws IllegalArgumentException if the id has other characters, or none
   */
  public Statement {
    Expect.that(
        id.matches("[A-Za-z0-9-]+"), "Statement.id", "letters, digits and hyphens", "'" + id + "'");
    formulas = List.copyOf(formulas);
  }

  /**
   * Returns a statement that has only a name yet.
   *
   * @param id letters, digits and hyphens
   * @param title a few words
   * @return the statement, for the other methods to complete
   * @throws IllegalArgumentException if the id has other characters, or none
   */
  public static Statement of(String id, String title) {
    return new Statement(id, title, "", List.of(), "", "");
  }

  /**
   * Returns this statement with a claim.
   *
   * @param text the statement in one or two sentences
   * @return a copy
   */
  public Statement claim(String text) {
    return new Statement(id, title, text, formulas, source, method);
  }

  /**
   * Returns this statement with one more formula.
   *
   * @param formula in the notation that {@code report.MathMl} reads
   * @return a copy
   */
  public Statement formula(String formula) {
    List<String> more = new ArrayList<>(formulas);
    more.add(formula);
    return new Statement(id, title, claim, more, source, method);
  }

  /**
   * Returns this statement with its source.
   *
   * @param text paper, section, equation
   * @return a copy
   */
  public Statement source(String text) {
    return new Statement(id, title, claim, formulas, text, method);
  }

  /**
   * Returns this statement with its method.
   *
   * @param text how the two sides are computed
   * @return a copy
   */
  public Statement method(String text) {
    return new Statement(id, title, claim, formulas, source, text);
  }
}
