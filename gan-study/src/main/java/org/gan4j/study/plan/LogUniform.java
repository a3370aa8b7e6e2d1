package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Random numbers with uniformly distributed logarithms. A larger count begins with the same
 * numbers.
 *
 * @param settings the settings that take each number
 * @param from the lower end
 * @param to the upper end
 * @param count how many numbers to draw
 * @param seed the seed of the draws
 */
public record LogUniform(List<String> settings, double from, double to, int count, long seed)
    implements SingleFactor {
  /**
   * Checks the range.
   *
   * @param settings the settings that take each number
   * @param from the lower end, above 0
   * @param to the upper end, above 0 and different
   * @param count how many numbers to draw, at least 2
   * @param seed the seed of the draws
   */
  public LogUniform {
    settings = SingleFactor.checked("log-uniform", settings);
    AxisNumbers.requireRange("log-uniform", from, to, count);
    AxisNumbers.requirePositive("log-uniform", from, to);
  }

  @Override
  public List<JsonNode> values() {
    return AxisNumbers.draws(settings, count, seed)
        .mapToObj(u -> AxisNumbers.node(from * Math.exp(Math.log(to / from) * u)))
        .toList();
  }
}
