package org.gan4j.study.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.Factor;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.trial.TrialResult;

/** A study's tables as comma-separated values, fields with commas or quotes in quotes. */
public final class StudyTables {
  private StudyTables() {}

  /**
   * Returns the table of trials: setting, seed, status, figures and, where a trial ended early,
   * why.
   *
   * @param results the results
   * @return a header and one line per trial
   */
  public static String trials(StudyResults results) {
    List<String> header = new ArrayList<>(List.of("trial"));
    header.addAll(names(results));
    header.addAll(List.of("seed", "status", "steps", "seconds"));
    results.metrics().forEach(metric -> header.add(metric.name()));
    header.addAll(List.of("reason", "config"));
    StringBuilder text = new StringBuilder(line(header));
    for (Trial trial : results.plan().trials()) {
      text.append(line(trial(results, trial)));
    }
    return text.toString();
  }

  private static List<String> trial(StudyResults results, Trial trial) {
    Optional<TrialResult> result = results.of(trial);
    List<String> fields = new ArrayList<>(List.of(trial.name()));
    fields.addAll(trial.combination().labels());
    fields.add(Long.toString(trial.seed()));
    fields.add(results.status(trial).id());
    fields.add(result.map(found -> Long.toString(found.steps())).orElse("0"));
    fields.add(result.map(found -> String.format(Locale.ROOT, "%.3f", found.seconds())).orElse(""));
    for (Metric metric : results.metrics()) {
      fields.add(number(result.map(r -> r.metric(metric.name())).orElse(OptionalDouble.empty())));
    }
    fields.add(result.map(TrialResult::reason).orElse(""));
    fields.add("trials/" + trial.name() + "/config.json");
    return fields;
  }

  /**
   * Returns the table of settings: mean and standard error over the seeds of each figure.
   *
   * @param results the results
   * @return a header and one line per setting
   */
  public static String settings(StudyResults results) {
    List<String> header = new ArrayList<>(names(results));
    header.addAll(List.of("seeds", "ended"));
    for (Metric metric : results.metrics()) {
      header.addAll(List.of(metric.name(), metric.name() + "_se", metric.name() + "_undefined"));
    }
    StringBuilder text = new StringBuilder(line(header));
    for (Combination combination : results.plan().combinations()) {
      text.append(line(setting(results, combination)));
    }
    return text.toString();
  }

  private static List<String> setting(StudyResults results, Combination combination) {
    List<String> fields = new ArrayList<>(combination.labels());
    fields.add(Integer.toString(results.plan().of(combination).size()));
    long ended =
        results.plan().of(combination).stream()
            .filter(trial -> results.of(trial).map(TrialResult::isFinal).orElse(false))
            .count();
    fields.add(Long.toString(ended));
    for (Metric metric : results.metrics()) {
      Optional<SeedFigures> seeds = results.seeds(combination, metric);
      fields.add(number(seeds.map(SeedFigures::mean).orElse(OptionalDouble.empty())));
      fields.add(number(seeds.map(SeedFigures::standardError).orElse(OptionalDouble.empty())));
      fields.add(seeds.map(found -> Integer.toString(found.undefined())).orElse("0"));
    }
    return fields;
  }

  private static List<String> names(StudyResults results) {
    return results.plan().factors().stream().map(Factor::name).toList();
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
  }

  private static String line(List<String> fields) {
    return fields.stream().map(StudyTables::field).collect(Collectors.joining(",")) + "\n";
  }

  private static String field(String text) {
    return text.matches("(?s).*[,\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
