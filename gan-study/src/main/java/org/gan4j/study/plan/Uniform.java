package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Random numbers, uniformly distributed. A larger count begins with the same numbers.
 *
 * @param settings the settings that take each number
 * @param from the lower end
 * @param to the upper end
 * @param count how many numbers to draw
 * @param seed the seed of the draws
 */
public record Uniform(List<String> settings, double from, double to, int count, long seed)
    implements SingleFactor {
  /**
   * Checks the range.
   *
   * @param settings the settings that take each number
   * @param from the lower end, finite
   * @param to the upper end, finite and different
   * @param count how many numbers to draw, at least 2
   * @param seed the seed of the draws
   */
  public Uniform {
    settings = SingleFactor.checked("uniform", settings);
    AxisNumbers.requireRange("uniform", from, to, count);
  }

  @Override
  public List<JsonNode> values() {
    return AxisNumbers.draws(settings, count, seed)
        .mapToObj(u -> AxisNumbers.node(from + (to - from) * u))
        .toList();
  }
}
