package org.gan4j.study.report;

import static org.gan4j.io.Xml.escape;
import static org.gan4j.io.page.HtmlPage.element;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.gan4j.io.plot.AxisRange;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Factor;
import org.gan4j.study.plan.SettingText;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.study.result.StudyResults;

/** Each figure against each axis of recipes or words: a row per value, with a dot per seed. */
final class NamedAxes {
  private static final int WIDTH = 400;
  private static final int MARGIN = 8;

  private NamedAxes() {}

  static String of(StudyResults results) {
    StringBuilder html = new StringBuilder();
    List<Factor> factors = results.plan().factors();
    for (int i = 0; i < factors.size(); i++) {
      if (!NumericAxes.isNumeric(results, i)) {
        for (Metric metric : results.metrics()) {
          html.append(figure(factors.get(i), metric, AxisMeans.of(results, i, metric)));
        }
      }
    }
    return html.length() == 0 ? "" : "<div class=\"plots\">\n" + html + "</div>\n";
  }

  private static String figure(Factor factor, Metric metric, Map<JsonNode, SeedFigures> means) {
    if (means.isEmpty()) {
      return "";
    }
    AxisRange range = range(means);
    StringBuilder html = new StringBuilder("<figure class=\"rows\">\n");
    html.append(element("h3", escape(metric.name() + " by " + factor.name())));
    means.forEach(
        (value, seeds) ->
            html.append("<div class=\"row\"><span>")
                .append(escape(SettingText.of(value)))
                .append("</span><span class=\"n\">")
                .append(escape(FigureText.of(seeds)))
                .append("</span>")
                .append(track(seeds, range))
                .append("</div>\n"));
    return html.append("</figure>\n").toString();
  }

  private static AxisRange range(Map<JsonNode, SeedFigures> means) {
    double[] all =
        means.values().stream()
            .flatMap(seeds -> seeds.values().stream())
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    double low = DoubleStream.of(all).min().orElse(0);
    double high = DoubleStream.of(all).max().orElse(1);
    return low < high ? new AxisRange(low, high) : new AxisRange(low - 1, high + 1);
  }

  private static String track(SeedFigures seeds, AxisRange range) {
    StringBuilder svg =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d 20\" aria-hidden=\"true\"><line class=\"plot-grid\""
                    + " stroke=\"currentColor\" x1=\"0\" x2=\"%d\" y1=\"10\" y2=\"10\"/>",
                WIDTH,
                WIDTH));
    seeds.values().stream()
        .flatMapToDouble(OptionalDouble::stream)
        .forEach(
            value ->
                svg.append(
                    String.format(
                        Locale.ROOT,
                        "<circle class=\"plot-blue\" fill=\"currentColor\" opacity=\"0.5\""
                            + " cx=\"%.1f\" cy=\"10\" r=\"4\"/>",
                        x(value, range))));
    if (seeds.mean().isPresent()) {
      double mean = seeds.mean().getAsDouble();
      double error = seeds.standardError().orElse(0);
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"plot-orange\" fill=\"none\" stroke=\"currentColor\""
                  + " stroke-width=\"2.5\" d=\"M%.1f 10H%.1fM%.1f 3V17\"/>",
              x(mean - error, range),
              x(mean + error, range),
              x(mean, range)));
    }
    return svg.append("</svg>").toString();
  }

  private static double x(double value, AxisRange range) {
    return MARGIN + (WIDTH - 2 * MARGIN) * (value - range.low()) / range.extent();
  }
}
