package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.recipe.RecipeName;

/**
 * Numbers at equal distances.
 *
 * @param settings the settings that take each number
 * @param from the first number
 * @param to the last number
 * @param count how many, both ends included
 */
@RecipeName("range")
public record LinearRange(List<String> settings, double from, double to, int count)
    implements SingleFactor {
  /**
   * Checks the range.
   *
   * @param settings the settings that take each number
   * @param from the first number, finite
   * @param to the last number, finite and different
   * @param count how many, at least 2
   */
  public LinearRange {
    settings = SingleFactor.checked("range", settings);
    AxisNumbers.requireRange("range", from, to, count);
  }

  @Override
  public List<JsonNode> values() {
    return IntStream.range(0, count)
        .mapToObj(i -> AxisNumbers.node(from + (to - from) * i / (count - 1)))
        .toList();
  }
}
