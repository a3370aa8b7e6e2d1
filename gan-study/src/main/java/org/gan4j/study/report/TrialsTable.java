package org.gan4j.study.report;

import static org.gan4j.io.Xml.escape;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.io.ReadableNumber;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.trial.TrialResult;

/** Every trial with its status; those that ended early say why. */
final class TrialsTable {
  private static final int DIGITS = 4;

  private TrialsTable() {}

  static String of(StudyResults results) {
    StringBuilder html =
        new StringBuilder(
            "<div class=\"wide\"><table class=\"sortable\">\n<thead><tr><th>setting</th>"
                + "<th class=\"n\">seed</th><th>status</th><th class=\"n\">steps</th>"
                + "<th class=\"n\">seconds</th>");
    for (Metric metric : results.metrics()) {
      html.append("<th class=\"n\">").append(escape(metric.name())).append("</th>");
    }
    html.append("<th>reason</th></tr></thead>\n<tbody>\n");
    results.plan().trials().forEach(trial -> html.append(row(results, trial)));
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String row(StudyResults results, Trial trial) {
    Optional<TrialResult> result = results.of(trial);
    StringBuilder html =
        new StringBuilder("<tr><td><a href=\"trials/")
            .append(escape(trial.name()))
            .append("/config.json\">")
            .append(escape(trial.combination().words()))
            .append("</a></td>");
    html.append(number("seed", trial.seed() + ""));
    html.append("<td class=\"")
        .append(results.status(trial).id())
        .append("\">")
        .append(results.status(trial).id())
        .append("</td>");
    html.append(number("steps", result.map(found -> found.steps() + "").orElse("")));
    html.append(
        number(
            "seconds",
            result.map(found -> String.format(Locale.ROOT, "%.1f", found.seconds())).orElse("")));
    for (Metric metric : results.metrics()) {
      OptionalDouble figure =
          result.map(found -> found.metric(metric.name())).orElse(OptionalDouble.empty());
      html.append(
          number(
              metric.name(),
              figure.isPresent() ? ReadableNumber.of(figure.getAsDouble(), DIGITS) : ""));
    }
    return html.append("<td>")
        .append(escape(result.map(TrialResult::reason).orElse("")))
        .append("</td></tr>\n")
        .toString();
  }

  private static String number(String label, String text) {
    return "<td class=\"n\" data-label=\"" + escape(label) + "\">" + escape(text) + "</td>";
  }
}
