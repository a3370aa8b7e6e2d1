package org.gan4j.study.report;

import static org.gan4j.io.Xml.escape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.Factor;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.study.result.StudyResults;

/** The settings, the best first, with means and standard errors; a column head sorts by it. */
final class SettingsTable {
  private SettingsTable() {}

  static String of(StudyResults results) {
    StringBuilder html =
        new StringBuilder("<div class=\"wide\"><table class=\"sortable\">\n<thead><tr>");
    for (Factor factor : results.plan().factors()) {
      html.append("<th>").append(escape(factor.name())).append("</th>");
    }
    html.append("<th class=\"n\">seeds</th>");
    for (Metric metric : results.metrics()) {
      html.append("<th class=\"n\">")
          .append(escape(metric.name()))
          .append(metric.largerIsBetter() ? " ↑" : " ↓")
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    results.ranked().forEach(setting -> html.append(row(results, setting)));
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String row(StudyResults results, Combination setting) {
    StringBuilder html = new StringBuilder("<tr>");
    for (int i = 0; i < setting.values().size(); i++) {
      JsonNode value = setting.values().get(i);
      html.append("<td")
          .append(value.isNumber() ? " data-sort=\"" + value.asText() + "\"" : "")
          .append(">")
          .append(escape(setting.labels().get(i)))
          .append("</td>");
    }
    int seeds =
        results.metrics().isEmpty()
            ? results.plan().of(setting).size()
            : results.figures(setting, results.metrics().get(0)).size();
    html.append("<td class=\"n\" data-label=\"seeds\">").append(seeds).append("</td>");
    for (Metric metric : results.metrics()) {
      html.append(cell(metric, results.seeds(setting, metric)));
    }
    return html.append("</tr>\n").toString();
  }

  private static String cell(Metric metric, Optional<SeedFigures> seeds) {
    double mean = seeds.map(found -> found.mean().orElse(Double.NaN)).orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "<td class=\"n\" data-label=\"%s\" data-sort=\"%s\">%s</td>",
        metric.name(),
        mean,
        escape(seeds.map(FigureText::of).orElse("–")));
  }
}
