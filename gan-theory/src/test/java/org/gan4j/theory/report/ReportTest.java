package org.gan4j.theory.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gan4j.io.plot.Figure;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.FakeRows;
import org.gan4j.theory.Result;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportTest {
  private static Report report(Row... rows) throws InterruptedException {
    return new Report("1", 7, false, FakeRows.check(rows));
  }

  private static Row odd() {
    return new Row() {
      @Override
      public Statement statement() {
        return Statement.of("odd", "Infinite & <odd>").formula("a < {b}/{c}");
      }

      @Override
      public Evidence check(Setting setting) {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        return Evidence.collect()
            .check(Check.equal("infinite", infinity, infinity, 0))
            .check(Check.relative("not a number", nan, 1, 1))
            .figure(
                Figure.of("Gaps", "With holes.", "x", "y")
                    .logX()
                    .logY()
                    .line("l", new double[] {-1, 0, 1, 10, 100}, new double[] {1, 1, nan, 2, 3})
                    .points("p", new double[] {1, infinity}, new double[] {0, 1}))
            .figure(Figure.of("Nothing", "Empty.", "x", "y").withSquareUnits())
            .done();
      }
    };
  }

  @Test
  void theTableShowsWhatFailedAndByHowMuch() throws InterruptedException {
    String text = report(FakeRows.finding("good", 1), FakeRows.finding("bad", 1.5)).text();
    assertThat(text.lines())
        .hasSize(6)
        .anyMatch(line -> line.matches("good +Row good +1/1 +0 +≤ 0.001 ok"))
        .anyMatch(line -> line.matches("bad +Row bad +0/1 +0.5 +≤ 0.001 FAILS"))
        .contains(
            "  the number: expected 1.5 = 1, off by 0.5, allowed 0.001",
            "1 of 2 rows hold. Found and allowed are of the check closest to its bound:");
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void aRowThatThrowsIsReportedWithItsException() throws InterruptedException {
    Report report = report(FakeRows.throwing("broken", "no <number>"));
    assertThat(report.holds()).isFalse();
    assertThat(report.text()).contains("java.lang.IllegalStateException: no <number>", "0/0");
    assertThat(report.html())
        .contains("Failed with: java.lang.IllegalStateException: no &lt;number&gt;");
    assertThat(report.json().at("/rows/0/breakdown").asText()).contains("no <number>");
  }

  private static Row inequalities() {
    return new Row() {
      @Override
      public Statement statement() {
        return Statement.of("bounds", "Bounds");
      }

      @Override
      public Evidence check(Setting setting) {
        return Evidence.collect()
            .check(Check.equal("exact", 1, 1, 1e-12))
            .check(Check.atMost("V against V(D*)", -0.86183, -0.861829))
            .check(Check.atMost("excess", -1e-9, 0).withTolerance(1e-12))
            .done();
      }
    };
  }

  @Test
  void inequalitiesShowTheirMarginAndTheClosestIsTheHeadline() throws InterruptedException {
    Report report = report(inequalities());
    assertThat(report.text()).contains("−0.86183  ≤ −0.861829 ok");
    assertThat(report.html())
        .contains("<small>V against V(D*), margin 10<sup>−6</sup></small>")
        .contains("<td class=\"n\" data-label=\"found\">−0.86183</td>")
        .contains("<td class=\"n\" data-label=\"allowed\">≤ −0.861829</td>")
        .contains("<td class=\"n\">margin 1e−9</td>")
        .contains("<td class=\"n\" data-label=\"allowed\">≥ −1e−12</td>");
    assertThat(report.json().at("/rows/0/checks/2/margin").asDouble()).isEqualTo(1e-9);
  }

  @Test
  void plotsStandInTheSectionOfTheirRow() throws InterruptedException {
    String html = report(FakeRows.finding("first", 1), FakeRows.finding("second", 1)).html();
    String first = html.substring(html.indexOf("id=\"row-first\""), html.indexOf("</section>"));
    assertThat(first).contains("id=\"row-first-figure-1\"").doesNotContain("row-second-figure");
    assertThat(html.split("<figure", -1)).hasSize(3);
  }

  @Test
  void plotsAndTableAreExported(@TempDir Path folder) throws IOException, InterruptedException {
    Report report = report(FakeRows.finding("good", 1), odd());
    report.writeSvg(folder);
    report.writeLatex(folder);
    try (var plots = Files.list(folder.resolve("plots"))) {
      assertThat(plots.map(plot -> plot.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "row-good-figure-1.svg", "row-odd-figure-1.svg", "row-odd-figure-2.svg");
    }
    assertThat(folder.resolve("plots/row-good-figure-1.svg")).content().contains("A line", "<path");
    assertThat(folder.resolve("report.tex")).content().isEqualTo(report.latex());
  }

  @Test
  void jsonHoldsEveryNumber() throws InterruptedException {
    JsonNode json = report(FakeRows.finding("good", 1.0001), odd()).json();
    assertThat(json.path("seed").asLong()).isEqualTo(7);
    assertThat(json.path("holds").asBoolean()).isFalse();
    JsonNode check = json.at("/rows/0/checks/0");
    assertThat(check.path("left").asDouble()).isEqualTo(1.0001);
    assertThat(check.path("right").asDouble()).isEqualTo(1);
    assertThat(check.path("error").asDouble()).isEqualTo(1.0001 - 1);
    assertThat(check.path("tolerance").asDouble()).isEqualTo(1e-3);
    assertThat(check.path("holds").asBoolean()).isTrue();
    assertThat(json.at("/rows/0/figures/0/series/0/y/1").asDouble()).isEqualTo(1.0001);
    assertThat(json.at("/rows/1/checks/0/relation").asText()).isEqualTo("equal");
    assertThat(json.at("/rows/1/checks/1/holds").asBoolean()).isFalse();
  }

  /**
   * Elements are closed and text is escaped, so even an XML parser, which is stricter than
   * browsers, accepts it.
   */
  @Test
  void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
    String html = report(FakeRows.finding("good", 1), odd()).html();
    assertThat(html).doesNotContain("src=", "<script", "@import", "url(", "<link");
    assertThat(html.replace("http://www.w3.org", "")).doesNotContain("http");
    String xml = html.replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta [^>]*>", "");
    Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(3);
    assertThat(page.getElementsByTagName("math").getLength()).isEqualTo(2);
    assertThat(page.getElementsByTagName("section").getLength()).isEqualTo(2);
    Element section = (Element) page.getElementsByTagName("section").item(1);
    assertThat(section.getTextContent()).contains("Infinite & <odd>", "fails", "∞", "NaN");
  }

  @Test
  void equalRunsHaveEqualFiles(@TempDir Path temp) throws IOException, InterruptedException {
    Path a = Files.createDirectory(temp.resolve("a"));
    Path b = Files.createDirectory(temp.resolve("b"));
    report(FakeRows.finding("good", 1), odd()).write(a);
    report(FakeRows.finding("good", 1), odd()).write(b);
    for (String file : List.of("report.html", "report.json")) {
      assertThat(a.resolve(file)).hasSameBinaryContentAs(b.resolve(file));
    }
    JsonNode json = new ObjectMapper().readTree(a.resolve("report.json").toFile());
    assertThat(json.at("/rows/1/checks/1/left").asText()).isEqualTo("NaN");
    List<Result> results = FakeRows.check(FakeRows.finding("good", 1));
    assertThat(new Report("1", 7, false, results).failures()).isEmpty();
  }
}
