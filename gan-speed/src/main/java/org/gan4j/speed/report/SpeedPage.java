package org.gan4j.speed.report;

import static org.gan4j.io.Xml.escape;
import static org.gan4j.io.page.HtmlPage.element;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.io.Xml;
import org.gan4j.io.page.HtmlPage;
import org.gan4j.io.plot.Figure;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.Ceiling;
import org.gan4j.speed.run.SpeedResults;

/** Writes the page: ceilings, steps, rooflines, growth, and a table of each kind of case. */
public final class SpeedPage {
  private static final String TITLE = "How fast GAN4J is on this machine";

  private final SpeedResults results;
  private final StringBuilder page = new StringBuilder();

  private SpeedPage(SpeedResults results) {
    this.results = results;
  }

  /**
   * Returns the page.
   *
   * @param results what was measured
   * @return a page that needs no other files and no network
   */
  public static String of(SpeedResults results) {
    return new SpeedPage(results).page();
  }

  private String page() {
    head();
    ceilings();
    kind(Kind.STEP);
    growth();
    rooflines();
    Stream.of(Kind.values())
        .filter(kind -> kind != Kind.STEP && kind != Kind.SWEEP)
        .forEach(this::kind);
    return HtmlPage.of(TITLE, HtmlPage.resource(SpeedPage.class, "speed.css"), page.toString());
  }

  private void head() {
    page.append(element("h1", TITLE));
    page.append("<dl>\n");
    results
        .facts()
        .forEach(
            (name, value) ->
                page.append("<dt>")
                    .append(escape(name))
                    .append("</dt><dd>")
                    .append(escape(value))
                    .append("</dd>\n"));
    page.append("</dl>\n");
    page.append(
        element(
            "p",
            "Times are medians over rounds in which all backends take turns. The operations of a"
                + " step are those of its products and convolutions, its bytes those of every"
                + " operand and result of every operation. Peak is the fastest product of any size,"
                + " copy the fastest copy of 32 MiB, reads and writes counted; both are measured"
                + " here, with any backend on the same device."));
  }

  private void ceilings() {
    if (results.ceilings().isEmpty()) {
      return;
    }
    page.append("<div class=\"wide\"><table>\n<thead><tr><th>ceilings</th><th class=\"n\">threads");
    page.append("</th><th class=\"n\">product, GFLOP/s</th><th class=\"n\">copy, GB/s</th></tr>");
    page.append("</thead>\n<tbody>\n");
    for (Ceiling one : results.ceilings()) {
      page.append("<tr>").append(cell(one.backend())).append(number("", one.threads() + ""));
      page.append(number("", CaseNumbers.number(one.gflops())));
      page.append(number("", CaseNumbers.number(one.gbps()))).append("</tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  private void growth() {
    List<Figure> figures =
        Stream.of(Growth.byBatch(results), Growth.byWidth(results))
            .flatMap(Optional::stream)
            .toList();
    section(Kind.SWEEP.title(), figures, "growth");
  }

  private void rooflines() {
    List<Figure> figures =
        results.backends().stream()
            .map(backend -> new Roofline(results, backend))
            .filter(roofline -> !roofline.isEmpty())
            .map(Roofline::figure)
            .toList();
    section("Roofline", figures, "roofline");
  }

  private void section(String title, List<Figure> figures, String id) {
    if (figures.isEmpty()) {
      return;
    }
    page.append("<section>\n").append(element("h2", escape(title)));
    page.append("<div class=\"plots large\">\n");
    for (int i = 0; i < figures.size(); i++) {
      page.append(HtmlPage.figure(figures.get(i), id + "-" + (i + 1), Xml::escape));
    }
    page.append("</div>\n</section>\n");
  }

  private void kind(Kind kind) {
    List<CaseResult> cases = results.of(kind);
    if (cases.isEmpty()) {
      return;
    }
    page.append("<section>\n").append(element("h2", escape(kind.title())));
    page.append("<div class=\"wide\"><table class=\"cases\">\n<thead><tr><th>case</th>");
    page.append(
        "<th>backend</th><th class=\"n\">median</th><th class=\"n\">fastest – slowest</th>");
    if (comparesBackends()) {
      page.append("<th class=\"n\">to fastest</th>");
    }
    page.append("<th class=\"n\">").append(CaseNumbers.rateUnit(kind));
    page.append("</th><th>")
        .append(CaseNumbers.ceiling(kind))
        .append("</th></tr></thead>\n<tbody>\n");
    cases.forEach(this::row);
    page.append("</tbody></table></div>\n</section>\n");
  }

  private void row(CaseResult one) {
    CaseNumbers numbers = new CaseNumbers(results, one);
    page.append("<tr>").append(cell(one.name())).append(cell(one.backend()));
    page.append(number("median", numbers.median()));
    page.append(number("range", numbers.range()));
    if (comparesBackends()) {
      page.append(number("to fastest", toFastest(one)));
    }
    page.append(number(CaseNumbers.rateUnit(one.kind()), numbers.rate()));
    page.append(bar(CaseNumbers.ceiling(one.kind()), numbers)).append("</tr>\n");
  }

  private boolean comparesBackends() {
    return results.cases().stream().map(CaseResult::backend).distinct().count() > 1;
  }

  /** The time as a multiple of the fastest backend's, where several ran this case. */
  private String toFastest(CaseResult one) {
    List<CaseResult> same =
        results.cases().stream().filter(other -> other.name().equals(one.name())).toList();
    double fastest =
        same.stream().mapToDouble(other -> other.timing().median()).min().orElseThrow();
    return same.size() < 2
        ? ""
        : String.format(Locale.ROOT, "× %.2f", one.timing().median() / fastest);
  }

  private static String cell(String text) {
    return "<td>" + escape(text) + "</td>";
  }

  private static String number(String label, String text) {
    return String.format(
        Locale.ROOT,
        "<td class=\"n\"%s>%s</td>",
        label.isEmpty() || text.isEmpty() ? "" : " data-label=\"" + escape(label) + "\"",
        escape(text));
  }

  private static String bar(String label, CaseNumbers numbers) {
    double share = Double.isNaN(numbers.share()) ? 0 : Math.min(1, numbers.share());
    return String.format(
        Locale.ROOT,
        "<td class=\"share\" data-label=\"%s\"><span class=\"bar\" style=\"width: %.1f%%\"></span>"
            + "<span>%s</span></td>",
        label,
        100 * share,
        numbers.percent());
  }
}
