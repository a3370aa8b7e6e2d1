package org.gan4j.theory.report;

import static org.gan4j.io.Xml.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.io.plot.Figure;
import org.gan4j.io.plot.InlineSvg;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Result;
import org.gan4j.theory.Statement;

/**
 * Writes the page: an overview, all plots, and a section per row, as in the appendix of a paper.
 */
final class HtmlReport {
  private static final String TITLE = "The optimality theorem of generative adversarial nets";

  private static final List<String> NUMBERS = List.of("checks", "error", "allowed");

  private final Report report;
  private final StringBuilder page = new StringBuilder();

  HtmlReport(Report report) {
    this.report = report;
  }

  String page() {
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append(element("title", TITLE));
    page.append(element("style", InlineSvg.stylesheet() + stylesheet()));
    page.append("</head>\n<body>\n<main>\n");
    head();
    overview();
    gallery();
    report.results().forEach(this::row);
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private void head() {
    long held = report.results().stream().filter(Result::holds).count();
    page.append(element("h1", TITLE));
    page.append(
        element(
            "p",
            "Each row is a step of Goodfellow et al. 2014, <cite>Generative Adversarial Nets</cite>"
                + " (arXiv:1406.2661), or of what it leaves open, with its sides computed"
                + " independently of each other. p is the distribution of the data, q that of"
                + " the generator’s samples, m = (p + q)/2; all values are in nats."));
    page.append(
        String.format(
            Locale.ROOT,
            "<p class=\"verdict %s\">%d of %d rows hold</p>\n",
            report.holds() ? "ok" : "bad",
            held,
            report.results().size()));
    page.append(
        element(
            "p",
            String.format(
                Locale.ROOT,
                "GAN4J %s, seed %d, %s run. The same seed gives the same bytes.",
                escape(report.version()),
                report.seed(),
                report.full() ? "full" : "quick")));
  }

  private void overview() {
    page.append(element("p", "Error and allowed are of the check closest to its bound."));
    page.append("<div class=\"wide\"><table class=\"overview\">\n");
    page.append("<thead><tr><th>row</th><th></th><th></th>");
    for (String label : NUMBERS) {
      page.append("<th class=\"n\">").append(label).append("</th>");
    }
    page.append("</tr></thead>\n<tbody>\n");
    for (Result result : report.results()) {
      List<Check> checks = result.evidence().checks();
      String id = result.statement().id();
      page.append(
          String.format(Locale.ROOT, "<tr><td><a href=\"#%s\">%s</a></td>", anchor(result), id));
      verdict(result.holds());
      page.append("<td>").append(escape(result.statement().title())).append("</td>");
      Optional<Check> closest = TextTable.closest(result);
      List<String> numbers =
          List.of(
              checks.stream().filter(Check::holds).count() + "/" + checks.size(),
              closest.map(check -> Numbers.size(check.error())).orElse(""),
              closest.map(check -> Numbers.size(check.tolerance())).orElse(""));
      for (int i = 0; i < NUMBERS.size(); i++) {
        labelled(NUMBERS.get(i), numbers.get(i));
      }
      page.append("</tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  /** On a narrow screen the label stands before the number, in place of the table's head. */
  private void labelled(String label, String number) {
    page.append("<td class=\"n\" data-label=\"").append(label).append("\">");
    page.append(escape(number)).append("</td>");
  }

  private void gallery() {
    if (report.results().stream().allMatch(result -> result.evidence().figures().isEmpty())) {
      return;
    }
    page.append(element("h2", "Plots"));
    page.append("<div class=\"gallery\">\n");
    for (Result result : report.results()) {
      List<Figure> figures = result.evidence().figures();
      for (int i = 0; i < figures.size(); i++) {
        figure(result, figures.get(i), anchor(result) + "-figure-" + (i + 1));
      }
    }
    page.append("</div>\n");
  }

  private void figure(Result result, Figure figure, String id) {
    page.append(String.format(Locale.ROOT, "<figure id=\"%s\">\n", id));
    page.append(
        String.format(
            Locale.ROOT,
            "<h3>%s <a href=\"#%s\">row %s</a></h3>\n",
            escape(figure.title()),
            anchor(result),
            result.statement().id()));
    page.append(InlineSvg.of(figure, id));
    page.append("<p class=\"legend\">");
    for (int i = 0; i < figure.series().size(); i++) {
      page.append("<span>").append(InlineSvg.swatch(figure, i));
      page.append(escape(figure.series().get(i).name())).append("</span> ");
    }
    page.append("</p>\n<figcaption>");
    page.append(escape(figure.description())).append("</figcaption>\n</figure>\n");
  }

  private void row(Result result) {
    Statement statement = result.statement();
    page.append(String.format(Locale.ROOT, "<section id=\"%s\">\n", anchor(result)));
    page.append(
        String.format(
            Locale.ROOT,
            "<h2>%s. %s <span class=\"verdict %s\">%s</span></h2>\n",
            statement.id(),
            escape(statement.title()),
            result.holds() ? "ok" : "bad",
            result.holds() ? "holds" : "fails"));
    page.append(element("p", escape(statement.claim())));
    statement.formulas().forEach(this::formula);
    page.append("<dl>\n<dt>Where</dt><dd>").append(escape(statement.source()));
    page.append("</dd>\n<dt>How</dt><dd>").append(escape(statement.method()));
    page.append("</dd>\n</dl>\n");
    result
        .breakdown()
        .ifPresent(
            why ->
                page.append("<p class=\"bad\">Failed with: ").append(escape(why)).append("</p>\n"));
    evidence(result);
    page.append("</section>\n");
  }

  private void formula(String formula) {
    page.append("<div class=\"formula\">").append(MathMl.of(formula)).append("</div>\n");
  }

  private void evidence(Result result) {
    Evidence evidence = result.evidence();
    if (!evidence.checks().isEmpty()) {
      page.append(
          "<div class=\"wide\"><table>\n<thead><tr><th>check</th><th></th><th class=\"n\">left</th>");
      page.append("<th></th><th class=\"n\">right</th><th class=\"n\">error</th>");
      page.append("<th class=\"n\">tolerance</th></tr></thead>\n<tbody>\n");
      evidence.checks().forEach(this::check);
      page.append("</tbody></table></div>\n");
    }
    numbers(evidence.numbers());
    if (!evidence.recipe().isEmpty()) {
      page.append("<p class=\"recipe\"><b>To reproduce.</b> ");
      page.append(escape(String.join(" ", evidence.recipe()))).append("</p>\n");
    }
    links(result);
  }

  private void check(Check check) {
    page.append("<tr><td>").append(escape(check.name())).append("</td>");
    verdict(check.holds());
    number(Numbers.value(check.left()));
    page.append("<td>").append(escape(check.relation().sign())).append("</td>");
    number(Numbers.value(check.right()));
    boolean relative = check.relation() == Check.Relation.RELATIVE;
    number(Numbers.size(check.error()) + (relative ? " rel." : ""));
    number(Numbers.size(check.tolerance()) + (relative ? " rel." : ""));
    page.append("</tr>\n");
  }

  private void numbers(List<Evidence.Measurement> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    page.append("<details><summary>Further measurements (").append(numbers.size());
    page.append(")</summary>\n<div class=\"wide\"><table>\n");
    for (Evidence.Measurement number : numbers) {
      page.append("<tr><td>").append(escape(number.name())).append("</td>");
      number(Numbers.value(number.value()));
      page.append("</tr>\n");
    }
    page.append("</table></div></details>\n");
  }

  private void links(Result result) {
    List<Figure> figures = result.evidence().figures();
    if (!figures.isEmpty()) {
      page.append("<p>Plots:");
      for (int i = 0; i < figures.size(); i++) {
        page.append(i == 0 ? " " : ", ");
        page.append(
            String.format(
                Locale.ROOT,
                "<a href=\"#%s-figure-%d\">%s</a>",
                anchor(result),
                i + 1,
                escape(figures.get(i).title())));
      }
      page.append("</p>\n");
    }
  }

  private static String element(String name, String escapedContent) {
    return "<" + name + ">" + escapedContent + "</" + name + ">\n";
  }

  private void number(String text) {
    page.append("<td class=\"n\">").append(escape(text)).append("</td>");
  }

  private void verdict(boolean holds) {
    page.append(holds ? "<td class=\"ok\">holds</td>" : "<td class=\"bad\">fails</td>");
  }

  private static String anchor(Result result) {
    return "row-" + result.statement().id();
  }

  private static String stylesheet() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
