package org.gan4j.theory.report;

import static org.gan4j.io.Xml.escape;
import static org.gan4j.io.page.HtmlPage.element;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.io.page.HtmlPage;
import org.gan4j.theory.Result;
import org.gan4j.theory.Statement;

/**
 * Writes the page: an overview, and a section per row with its plots, as in the appendix of a
 * paper.
 */
final class HtmlReport {
  private static final String TITLE = "The optimality theorem of generative adversarial nets";

  private static final List<String> NUMBERS = List.of("held", "found", "allowed");

  private final Report report;
  private final StringBuilder page = new StringBuilder();

  HtmlReport(Report report) {
    this.report = report;
  }

  String page() {
    head();
    overview();
    report.results().forEach(this::row);
    return HtmlPage.of(TITLE, HtmlPage.resource(HtmlReport.class, "report.css"), page.toString());
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
    page.append(element("p", escape(Headline.LEGEND)));
    page.append("<div class=\"wide\"><table class=\"overview\">\n");
    page.append("<thead><tr><th>row</th><th></th><th></th>");
    for (String label : NUMBERS) {
      page.append("<th class=\"n\">").append(label).append("</th>");
    }
    page.append("</tr></thead>\n<tbody>\n");
    report.results().forEach(this::headline);
    page.append("</tbody></table></div>\n");
  }

  private void headline(Result result) {
    page.append(
        String.format(
            Locale.ROOT,
            "<tr><td><a href=\"#%s\">%s</a></td>",
            anchor(result),
            result.statement().id()));
    verdict(result.holds());
    Optional<Headline> headline = Headline.of(result);
    page.append("<td>").append(Notation.html(result.statement().title()));
    headline.ifPresent(
        shown -> page.append("<small>").append(Notation.html(shown.check())).append("</small>"));
    page.append("</td>");
    labelled(NUMBERS.get(0), Headline.held(result));
    labelled(NUMBERS.get(1), headline.map(Headline::value).orElse(""));
    labelled(NUMBERS.get(2), headline.map(Headline::bound).orElse(""));
    page.append("</tr>\n");
  }

  private void labelled(String label, String number) {
    page.append(HtmlEvidence.labelled(label, number));
  }

  private void row(Result result) {
    Statement statement = result.statement();
    page.append(String.format(Locale.ROOT, "<section id=\"%s\">\n", anchor(result)));
    page.append(
        String.format(
            Locale.ROOT,
            "<h2>%s. %s <span class=\"verdict %s\">%s</span></h2>\n",
            statement.id(),
            Notation.html(statement.title()),
            result.holds() ? "ok" : "bad",
            result.holds() ? "holds" : "fails"));
    boolean beside = result.evidence().figures().size() == 1;
    page.append(beside ? "<div class=\"beside\">" : "<div>").append("\n<div>\n");
    words(result);
    page.append("</div>\n");
    HtmlEvidence evidence = new HtmlEvidence(result, anchor(result));
    page.append(evidence.plots()).append("</div>\n");
    page.append(evidence.tables()).append("</section>\n");
  }

  private void words(Result result) {
    Statement statement = result.statement();
    page.append(element("p", Notation.html(statement.claim())));
    statement.formulas().forEach(this::formula);
    page.append("<dl>\n<dt>Where</dt><dd>").append(Notation.html(statement.source()));
    page.append("</dd>\n<dt>How</dt><dd>").append(Notation.html(statement.method()));
    page.append("</dd>\n</dl>\n");
    result
        .breakdown()
        .ifPresent(
            why ->
                page.append("<p class=\"bad\">Failed with: ").append(escape(why)).append("</p>\n"));
  }

  private void formula(String formula) {
    page.append("<div class=\"formula\">").append(MathMl.of(formula)).append("</div>\n");
  }

  private void verdict(boolean holds) {
    page.append(HtmlEvidence.verdict(holds));
  }

  private static String anchor(Result result) {
    return "row-" + result.statement().id();
  }
}
