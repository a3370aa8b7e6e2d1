package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers at equal ratios.
 *
 * @param settings the settings that take each number
 * @param from the first number
 * @param to the last number
 * @param count how many, both ends included
 */
public record LogRange(List<String> settings, double from, double to, int count)
    implements SingleFactor {
  /**
   * Checks the range.
   *
   * @param settings the settings that take each number
   * @param from the first number, above 0
   * @param to the last number, above 0 and different
   * @param count how many, at least 2
   */
  public LogRange {
    settings = SingleFactor.checked("log-range", settings);
    AxisNumbers.requireRange("log-range", from, to, count);
    AxisNumbers.requirePositive("log-range", from, to);
  }

  @Override
  public List<JsonNode> values() {
    double step = Math.log(to / from) / (count - 1);
    return IntStream.range(0, count)
        .mapToObj(i -> AxisNumbers.node(i == count - 1 ? to : from * Math.exp(step * i)))
        .toList();
  }
}
