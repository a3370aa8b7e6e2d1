package org.gan4j.theory;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.io.plot.Figure;

/**
 * What a row computed.
 *
 * @param checks the comparisons that decide whether the row holds
 * @param numbers further measurements, for information
 * @param figures plots
 * @param recipe how to reproduce the result: sizes, rates, steps; one sentence each
 */
public record Evidence(
    List<Check> checks, List<Measurement> numbers, List<Figure> figures, List<String> recipe) {
  /**
   * Copies the lists.
   *
   * @param checks the comparisons
   * @param numbers the measurements
   * @param figures the plots
   * @param recipe the sentences
   */
  public Evidence {
    checks = List.copyOf(checks);
    numbers = List.copyOf(numbers);
    figures = List.copyOf(figures);
    recipe = List.copyOf(recipe);
  }

  /**
   * A measured number with a name.
   *
   * @param name what was measured
   * @param value the number
   */
  public record Measurement(String name, double value) {}

  /** {@return whether there are checks and every one holds} */
  public boolean holds() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::holds);
  }

  /** {@return a new builder} */
  public static Builder collect() {
    return new Builder();
  }

  /** Collects evidence in the order in which it is added. */
  public static final class Builder {
    private final List<Check> checks = new ArrayList<>();
    private final List<Measurement> numbers = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> recipe = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a comparison.
     *
     * @param check the comparison
     * @return this builder
     */
    public Builder check(Check check) {
      checks.add(check);
      return this;
    }

    /**
     * Adds a number for information.
     *
     * @param name what was measured
     * @param value the number
     * @return this builder
     */
    public Builder number(String name, double value) {
      numbers.add(new Measurement(name, value));
      return this;
    }

    /**
     * Adds a plot.
     *
     * @param figure the plot
     * @return this builder
     */
    public Builder figure(Figure figure) {
      figures.add(figure);
      return this;
    }

    /**
     * Adds a sentence on how to reproduce the result.
     *
     * @param sentence a sentence, such as sizes, rates or steps
     * @return this builder
     */
    public Builder recipe(String sentence) {
      recipe.add(sentence);
      return this;
    }

    /** {@return the evidence added so far} */
    public Evidence done() {
      return new Evidence(checks, numbers, figures, recipe);
    }
  }
}
