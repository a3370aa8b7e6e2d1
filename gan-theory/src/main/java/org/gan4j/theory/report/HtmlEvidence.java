package org.gan4j.theory.report;

import static org.gan4j.io.Xml.escape;

import java.util.List;
import java.util.Locale;
import org.gan4j.io.page.HtmlPage;
import org.gan4j.io.plot.Figure;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Result;

/** The plots and tables of one row. */
final class HtmlEvidence {
  private final Evidence evidence;
  private final String anchor;
  private final StringBuilder html = new StringBuilder();

  HtmlEvidence(Result result, String anchor) {
    this.evidence = result.evidence();
    this.anchor = anchor;
  }

  /** {@return the plots side by side; nothing if there are none} */
  String plots() {
    List<Figure> figures = evidence.figures();
    if (figures.isEmpty()) {
      return "";
    }
    StringBuilder plots = new StringBuilder("<div class=\"plots\">\n");
    for (int i = 0; i < figures.size(); i++) {
      String id = anchor + "-figure-" + (i + 1);
      plots.append(HtmlPage.figure(figures.get(i), id, Notation::html));
    }
    return plots.append("</div>\n").toString();
  }

  /** {@return the checks, the further measurements and how to reproduce them} */
  String tables() {
    if (!evidence.checks().isEmpty()) {
      html.append("<div class=\"wide\"><table class=\"checks\">\n<thead><tr><th>check</th>");
      html.append("<th></th><th class=\"n\">left</th><th></th><th class=\"n\">right</th>");
      html.append("<th class=\"n\">error or margin</th><th class=\"n\">allowed</th></tr></thead>");
      html.append("\n<tbody>\n");
      evidence.checks().forEach(this::check);
      html.append("</tbody></table></div>\n");
    }
    numbers();
    if (!evidence.recipe().isEmpty()) {
      html.append("<p class=\"recipe\"><b>To reproduce.</b> ");
      html.append(Notation.html(String.join(" ", evidence.recipe()))).append("</p>\n");
    }
    return html.toString();
  }

  private void check(Check check) {
    html.append("<tr><td>").append(Notation.html(check.name())).append("</td>");
    html.append(verdict(check.holds()));
    html.append(labelled("left", Numbers.value(check.left())));
    html.append("<td class=\"sign\">").append(escape(check.relation().sign())).append("</td>");
    html.append(labelled("right", Numbers.value(check.right())));
    if (check.isInequality()) {
      number("margin " + Numbers.size(check.margin()));
    } else {
      html.append(labelled("error", Numbers.size(check.error()) + unit(check)));
    }
    html.append(labelled("allowed", allowed(check))).append("</tr>\n");
  }

  /** An inequality without a tolerance allows what its sides say. */
  private static String allowed(Check check) {
    if (check.isInequality()) {
      return check.tolerance() == 0 ? "" : "≥ −" + Numbers.size(check.tolerance());
    }
    return "≤ " + Numbers.size(check.tolerance()) + unit(check);
  }

  private static String unit(Check check) {
    return check.relation() == Check.Relation.RELATIVE ? " rel." : "";
  }

  private void numbers() {
    List<Evidence.Measurement> numbers = evidence.numbers();
    if (numbers.isEmpty()) {
      return;
    }
    html.append("<details><summary>Further measurements (").append(numbers.size());
    html.append(")</summary>\n<div class=\"wide\"><table>\n");
    for (Evidence.Measurement number : numbers) {
      html.append("<tr><td>").append(Notation.html(number.name())).append("</td>");
      number(Numbers.value(number.value()));
      html.append("</tr>\n");
    }
    html.append("</table></div></details>\n");
  }

  private void number(String text) {
    html.append("<td class=\"n\">").append(escape(text)).append("</td>");
  }

  /** On a narrow screen the label stands before the number, in place of the table's head. */
  static String labelled(String label, String number) {
    return String.format(
        Locale.ROOT, "<td class=\"n\" data-label=\"%s\">%s</td>", label, escape(number));
  }

  static String verdict(boolean holds) {
    return holds ? "<td class=\"ok\">holds</td>" : "<td class=\"bad\">fails</td>";
  }
}
