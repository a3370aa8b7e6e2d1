package org.gan4j.study.report;

import static org.gan4j.io.Xml.escape;
import static org.gan4j.io.page.HtmlPage.element;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.io.ReadableNumber;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.result.PairedDifference;
import org.gan4j.study.result.SettingDifferences;
import org.gan4j.study.result.StudyResults;

/** Which differences are larger than their uncertainty, in words. */
final class Findings {
  private static final int DIGITS = 3;

  private Findings() {}

  static String of(StudyResults results) {
    if (results.metrics().isEmpty()) {
      return element("p", "The study measures nothing; see its learning curves.");
    }
    StringBuilder html = new StringBuilder(best(results));
    if (results.plan().study().seeds().count() < 2) {
      return html.append(
              element("p", "With one seed there is no standard error, so nothing is compared."))
          .toString();
    }
    html.append("<ul>\n");
    for (Map.Entry<Metric, List<PairedDifference>> metric :
        SettingDifferences.of(results).entrySet()) {
      html.append("<li>").append(escape(sentences(metric.getKey(), metric.getValue())));
      html.append("</li>\n");
    }
    return html.append("</ul>\n")
        .append(
            element(
                "p",
                "<small>Differences are paired over seeds, by Student's t-test at the level 0.05,"
                    + " with Holm's correction for all comparisons of a figure: each value of an"
                    + " axis with each other, averaged over the other axes, and the best setting"
                    + " with each other one. ± is a standard error.</small>"))
        .toString();
  }

  private static String best(StudyResults results) {
    Metric metric = results.metrics().get(0);
    Combination best = results.ranked().get(0);
    return results
        .seeds(best, metric)
        .filter(seeds -> seeds.mean().isPresent())
        .map(
            seeds ->
                element(
                    "p",
                    "Best by "
                        + escape(metric.name())
                        + ": <strong>"
                        + escape(best.words())
                        + "</strong>, "
                        + escape(FigureText.of(seeds))
                        + "."))
        .orElse(element("p", "No setting has been trained to the end with all seeds."));
  }

  private static String sentences(Metric metric, List<PairedDifference> all) {
    List<PairedDifference> significant =
        all.stream().filter(PairedDifference::isSignificant).toList();
    StringBuilder text = new StringBuilder(metric.name()).append(": ");
    if (all.isEmpty()) {
      return text.append("there are not two settings with two seeds each.").toString();
    }
    for (PairedDifference one : significant) {
      text.append(sentence(one)).append(' ');
    }
    int others = all.size() - significant.size();
    if (significant.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT, "none of %d differences is larger than its uncertainty.", all.size()));
    } else if (others > 0) {
      text.append(
          String.format(
              Locale.ROOT, "The other %d are not larger than their uncertainty.", others));
    }
    return text.toString().stripTrailing();
  }

  private static String sentence(PairedDifference one) {
    String uncertainty =
        one.standardError() == 0
            ? " with each of " + one.seeds() + " seeds"
            : String.format(
                Locale.ROOT,
                " ± %s, p = %s",
                ReadableNumber.of(one.standardError(), 2),
                ReadableNumber.of(one.corrected(), 2));
    return String.format(
        Locale.ROOT,
        "With %s it is %s than with %s by %s%s.",
        one.first(),
        one.mean() > 0 ? "larger" : "smaller",
        one.second(),
        ReadableNumber.of(Math.abs(one.mean()), DIGITS),
        uncertainty);
  }
}
