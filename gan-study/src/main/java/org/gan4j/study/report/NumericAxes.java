package org.gan4j.study.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gan4j.io.plot.Figure;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Factor;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.study.result.StudyResults;

/** Each figure against each axis of numbers. */
final class NumericAxes {
  /** Numbers that differ by more than this factor are shown on a logarithmic scale. */
  private static final double DECADE = 10;

  private NumericAxes() {}

  static boolean isNumeric(StudyResults results, int factor) {
    return results.plan().combinations().stream()
        .allMatch(combination -> combination.values().get(factor).isNumber());
  }

  static List<Figure> of(StudyResults results) {
    List<Figure> figures = new ArrayList<>();
    List<Factor> factors = results.plan().factors();
    for (int i = 0; i < factors.size(); i++) {
      for (Metric metric : isNumeric(results, i) ? results.metrics() : List.<Metric>of()) {
        Map<JsonNode, SeedFigures> means = AxisMeans.of(results, i, metric);
        if (means.size() > 1) {
          figures.add(figure(factors.get(i), metric, means));
        }
      }
    }
    return figures;
  }

  private static Figure figure(Factor factor, Metric metric, Map<JsonNode, SeedFigures> means) {
    List<JsonNode> values =
        means.keySet().stream().sorted(Comparator.comparingDouble(JsonNode::doubleValue)).toList();
    double[] xs = values.stream().mapToDouble(JsonNode::doubleValue).toArray();
    double[] ys =
        values.stream().mapToDouble(x -> means.get(x).mean().orElse(Double.NaN)).toArray();
    double[] low = new double[ys.length];
    double[] high = new double[ys.length];
    for (int i = 0; i < ys.length; i++) {
      double error = means.get(values.get(i)).standardError().orElse(0);
      low[i] = ys[i] - error;
      high[i] = ys[i] + error;
    }
    Figure figure =
        Figure.of(
                metric.name() + " against " + factor.name(),
                "The mean of " + metric.name() + " at each value of " + factor.name() + ".",
                factor.name(),
                metric.name())
            .band("± standard error", xs, low, high)
            .line("mean", xs, ys)
            .points("tried", xs, ys);
    boolean log = xs[0] > 0 && xs[xs.length - 1] / xs[0] >= DECADE;
    return log ? figure.logX() : figure;
  }
}
