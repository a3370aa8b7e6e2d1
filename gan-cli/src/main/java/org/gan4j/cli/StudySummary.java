package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.io.ReadableNumber;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.trial.TrialStatus;

/**
 * What a study found, in short.
 *
 * @param results the results
 * @param folder the study's folder
 */
record StudySummary(StudyResults results, Path folder) {
  private static final int ROWS = 10;
  private static final int DIGITS = 4;

  /** Failed trials are missing from the figures, so a script must notice them. */
  ExitCode exit() {
    return results.count(TrialStatus.FAILED) > 0 ? ExitCode.CHECK_FAILED : ExitCode.DONE;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    List<Combination> ranked = results.ranked();
    for (Combination setting : ranked.subList(0, Math.min(ROWS, ranked.size()))) {
      text.append(String.format(Locale.ROOT, "%s%n", setting.words()));
      for (Metric metric : results.metrics()) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %-20s %s%n",
                metric.name(),
                results.seeds(setting, metric).map(StudySummary::figure).orElse("-")));
      }
    }
    if (ranked.size() > ROWS) {
      text.append(String.format(Locale.ROOT, "and %d more settings%n", ranked.size() - ROWS));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%d trials: %d done, %d diverged, %d failed, %d stopped, %d open; %s",
                results.plan().trials().size(),
                results.count(TrialStatus.DONE),
                results.count(TrialStatus.DIVERGED),
                results.count(TrialStatus.FAILED),
                results.count(TrialStatus.STOPPED),
                results.count(TrialStatus.OPEN),
                folder.resolve("report.html")))
        .toString();
  }

  private static String figure(SeedFigures seeds) {
    if (seeds.mean().isEmpty()) {
      return String.format(
          Locale.ROOT, "undefined (%d of %d)", seeds.undefined(), seeds.values().size());
    }
    OptionalDouble error = seeds.standardError();
    return ReadableNumber.of(seeds.mean().getAsDouble(), DIGITS)
        + (error.isPresent() ? " ± " + ReadableNumber.of(error.getAsDouble(), 2) : "");
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("folder", folder.toString());
    for (TrialStatus status : TrialStatus.values()) {
      json.put(status.id(), results.count(status));
    }
    json.put("steps", results.steps());
    ArrayNode settings = json.putArray("settings");
    for (Combination setting : results.ranked()) {
      ObjectNode one = settings.addObject();
      for (int i = 0; i < results.plan().factors().size(); i++) {
        one.set(results.plan().factors().get(i).name(), setting.values().get(i));
      }
      ObjectNode figures = one.putObject("figures");
      for (Metric metric : results.metrics()) {
        figures.set(metric.name(), json(results.seeds(setting, metric)));
      }
    }
    return json;
  }

  private static ObjectNode json(Optional<SeedFigures> seeds) {
    ObjectNode json = Json.object();
    json.put("mean", boxed(seeds.map(SeedFigures::mean).orElse(OptionalDouble.empty())));
    json.put("se", boxed(seeds.map(SeedFigures::standardError).orElse(OptionalDouble.empty())));
    ArrayNode values = json.putArray("values");
    seeds.ifPresent(found -> found.values().forEach(value -> values.add(boxed(value))));
    return json;
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
  }
}
