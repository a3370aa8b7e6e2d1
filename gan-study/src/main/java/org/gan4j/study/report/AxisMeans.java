package org.gan4j.study.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.study.result.StudyResults;

/** The figures of the values of one factor, by seed, averaged over the other factors. */
final class AxisMeans {
  private AxisMeans() {}

  /** A seed counts for a value if it has a figure with some of the other factors' values. */
  static Map<JsonNode, SeedFigures> of(StudyResults results, int factor, Metric metric) {
    Map<JsonNode, Map<Long, List<Double>>> figures = new LinkedHashMap<>();
    for (Combination combination : results.plan().combinations()) {
      Map<Long, List<Double>> bySeed =
          figures.computeIfAbsent(combination.values().get(factor), value -> new LinkedHashMap<>());
      results
          .figures(combination, metric)
          .forEach(
              (seed, figure) ->
                  figure.ifPresent(
                      number ->
                          bySeed.computeIfAbsent(seed, any -> new ArrayList<>()).add(number)));
    }
    Map<JsonNode, SeedFigures> means = new LinkedHashMap<>();
    figures.forEach(
        (value, bySeed) -> {
          if (!bySeed.isEmpty()) {
            means.put(
                value, new SeedFigures(bySeed.values().stream().map(AxisMeans::mean).toList()));
          }
        });
    return means;
  }

  private static OptionalDouble mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).average();
  }
}
