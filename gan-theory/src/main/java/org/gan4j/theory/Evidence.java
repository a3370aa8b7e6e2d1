package org.gan4j.theory;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.io.plot.Figure;

/**
 * What a row found.
 *
 * @param checks the comparisons that decide
 * @param numbers what was measured and decides nothing
 * @param figures pictures of it
 * @param recipe how to repeat it: sizes, rates, steps; one sentence each
 */
public record Evidence(
    List<Check> checks, List<Measure> numbers, List<Figure> figures, List<String> recipe) {
  /**
   * Copies the lists.
   *
   * @param checks the comparisons
   * @param numbers the measurements
   * @param figures the pictures
   * @param recipe the sentences
   */
  public Evidence {
    checks = List.copyOf(checks);
    numbers = List.copyOf(numbers);
    figures = List.copyOf(figures);
    recipe = List.copyOf(recipe);
  }

  /**
   * A number and its name.
   *
   * @param name what was measured
   * @param value the number
   */
  public record Measure(String name, double value) {}

  /** {@return whether there are checks and every one holds} */
  public boolean holds() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::holds);
  }

  /** {@return a collector of evidence} */
  public static Builder collect() {
    return new Builder();
  }

  /** Collects evidence in the order in which it comes up. */
  public static final class Builder {
    private final List<Check> checks = new ArrayList<>();
    private final List<Measure> numbers = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> recipe = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a comparison.
     *
     * @param check the comparison
     * @return this collector
     */
    public Builder check(Check check) {
      checks.add(check);
      return this;
    }

    /**
     * Adds a number that decides nothing.
     *
     * @param name what was measured
     * @param value the number
     * @return this collector
     */
    public Builder number(String name, double value) {
      numbers.add(new Measure(name, value));
      return this;
    }

    /**
     * Adds a picture.
     *
     * @param figure the picture
     * @return this collector
     */
    public Builder figure(Figure figure) {
      figures.add(figure);
      return this;
    }

    /**
     * Adds a sentence on how to repeat it.
     *
     * @param sentence sizes, rates, steps
     * @return this collector
     */
    public Builder recipe(String sentence) {
      recipe.add(sentence);
      return this;
    }

    /** {@return what was collected so far} */
    public Evidence done() {
      return new Evidence(checks, numbers, figures, recipe);
    }
  }
}
