package org.gan4j.theory.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.gan4j.io.plot.Axis;
import org.gan4j.io.plot.Figure;
import org.gan4j.io.plot.Series;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Result;
import org.gan4j.theory.Statement;

/** Every number of a report. */
final class JsonReport {
  private JsonReport() {}

  static ObjectNode of(Report report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", report.version())
        .put("seed", report.seed())
        .put("full", report.full())
        .put("holds", report.holds());
    ArrayNode rows = json.putArray("rows");
    report.results().forEach(result -> row(rows.addObject(), result));
    return json;
  }

  private static void row(ObjectNode json, Result result) {
    Statement statement = result.statement();
    json.put("id", statement.id())
        .put("title", statement.title())
        .put("holds", result.holds())
        .put("claim", statement.claim());
    statement.formulas().forEach(json.putArray("formulas")::add);
    json.put("source", statement.source()).put("method", statement.method());
    result.breakdown().ifPresent(why -> json.put("breakdown", why));
    evidence(json, result.evidence());
  }

  private static void evidence(ObjectNode json, Evidence evidence) {
    ArrayNode checks = json.putArray("checks");
    evidence.checks().forEach(check -> check(checks.addObject(), check));
    ArrayNode numbers = json.putArray("numbers");
    evidence
        .numbers()
        .forEach(
            number -> numbers.addObject().put("name", number.name()).put("value", number.value()));
    ArrayNode figures = json.putArray("figures");
    evidence.figures().forEach(figure -> figure(figures.addObject(), figure));
    evidence.recipe().forEach(json.putArray("recipe")::add);
  }

  private static void check(ObjectNode json, Check check) {
    json.put("name", check.name())
        .put("relation", check.relation().name().toLowerCase(Locale.ROOT))
        .put("left", check.left())
        .put("right", check.right())
        .put("error", check.error())
        .put("tolerance", check.tolerance())
        .put("margin", check.margin())
        .put("holds", check.holds());
  }

  private static void figure(ObjectNode json, Figure figure) {
    json.put("title", figure.title()).put("description", figure.description());
    axis(json.putObject("x"), figure.x());
    axis(json.putObject("y"), figure.y());
    ArrayNode all = json.putArray("series");
    for (Series series : figure.series()) {
      ObjectNode one = all.addObject();
      one.put("name", series.name()).put("style", series.style().name().toLowerCase(Locale.ROOT));
      ArrayNode x = one.putArray("x");
      ArrayNode y = one.putArray("y");
      for (int i = 0; i < series.size(); i++) {
        x.add(series.x(i));
        y.add(series.y(i));
      }
    }
  }

  private static void axis(ObjectNode json, Axis axis) {
    json.put("label", axis.label()).put("logarithmic", axis.logarithmic());
  }
}
