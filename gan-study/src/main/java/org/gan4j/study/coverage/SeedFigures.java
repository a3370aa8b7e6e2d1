package org.gan4j.study.coverage;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One figure for each seed, and what they say together. Where one of them is undefined, so is the
 * mean: one over the seeds that have a value would be too good.
 *
 * @param values the seeds' figures in their order
 */
public record SeedFigures(List<OptionalDouble> values) {
  /**
   * Copies the list.
   *
   * @param values the seeds' figures in their order, at least one
   */
  public SeedFigures {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("SeedFigures: expected at least one seed, got none");
    }
    values.forEach(Objects::requireNonNull);
  }

  /** {@return how many seeds have no value} */
  public int undefined() {
    return (int) values.stream().filter(OptionalDouble::isEmpty).count();
  }

  /** {@return the mean over all seeds, if each has a value} */
  public OptionalDouble mean() {
    return undefined() > 0 ? OptionalDouble.empty() : OptionalDouble.of(StatUtils.mean(defined()));
  }

  /**
   * {@return the mean's standard error, s/√n with the unbiased variance s²; for two seeds or more
   * that all have a value}
   */
  public OptionalDouble standardError() {
    return undefined() > 0 || values.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(StatUtils.variance(defined()) / values.size()));
  }

  private double[] defined() {
    return values.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
  }
}
