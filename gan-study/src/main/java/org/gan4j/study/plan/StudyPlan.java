package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.config.ConfigJson;

/**
 * The trials of a study, which its file determines.
 *
 * @param study the study, with its base
 * @param factors what varies
 * @param combinations the settings, the last axis varying fastest
 * @param trials the trials of each setting in turn, by seed
 */
public record StudyPlan(
    Study study, List<Factor> factors, List<Combination> combinations, List<Trial> trials) {
  /**
   * Copies the lists.
   *
   * @param study the study
   * @param factors what varies
   * @param combinations the settings
   * @param trials the trials
   */
  public StudyPlan {
    factors = List.copyOf(factors);
    combinations = List.copyOf(combinations);
    trials = List.copyOf(trials);
  }

  /**
   * Lists the trials of a study.
   *
   * @param study the study, whose base is part of it
   * @param where the origin of the study, for messages
   * @return the plan
   * @throws ConfigException if a setting does not exist or a value does not fit; the message names
   *     the setting
   * @throws IOException if the base cannot be read
   */
  public static StudyPlan of(Study study, String where) throws IOException {
    List<Factor> factors = Factor.of(study, where);
    JsonNode base = base(study);
    List<Combination> combinations = combinations(study.axes(), factors, base);
    List<Trial> trials = new ArrayList<>();
    for (Combination combination : combinations) {
      JsonNode tree = ConfigSettings.changed(base, combination, where);
      GanConfig config = ConfigJson.parse(tree, where + ", " + combination.words());
      String slug = combination.slug();
      for (long seed : study.seeds().all()) {
        String name = slug + "-seed-" + seed;
        trials.add(new Trial(name, combination, config.withSeed(seed), study.trials()));
      }
    }
    return new StudyPlan(study, factors, combinations, trials);
  }

  private static JsonNode base(Study study) throws IOException {
    Trials trials = study.trials();
    GanConfig config = study.base().config(Path.of("")).withThreads(trials.threads());
    return ConfigJson.tree(trials.steps() == 0 ? config : config.withSteps(trials.steps()));
  }

  private static List<Combination> combinations(
      List<StudyAxis> axes, List<Factor> factors, JsonNode base) {
    List<List<JsonNode>> all = List.of(List.of());
    for (StudyAxis axis : axes) {
      List<List<JsonNode>> longer = new ArrayList<>();
      for (List<JsonNode> start : all) {
        for (List<JsonNode> point : axis.points()) {
          List<JsonNode> values = new ArrayList<>(start);
          values.addAll(point);
          longer.add(values);
        }
      }
      all = longer;
    }
    return all.stream()
        .map(values -> new Combination(factors, fitting(factors, values, base)))
        .toList();
  }

  private static List<JsonNode> fitting(
      List<Factor> factors, List<JsonNode> values, JsonNode base) {
    List<JsonNode> fitting = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String setting = factors.get(i).settings().get(0);
      fitting.add(ConfigSettings.fitting(base, setting, values.get(i)));
    }
    return fitting;
  }

  /**
   * Returns the trials of a setting.
   *
   * @param combination one of {@link #combinations}
   * @return its trials, by seed
   */
  public List<Trial> of(Combination combination) {
    int seeds = study.seeds().count();
    int first = combinations.indexOf(combination) * seeds;
    return trials.subList(first, first + seeds);
  }

  /** {@return the number of generator updates that the study takes, with those that are stopped} */
  public long steps() {
    long steps = trials.get(0).steps();
    Stopping stopping = study.trials().stopping();
    int alive = combinations.size();
    long total = 0;
    long before = 0;
    List<Long> rungs = stopping.rungs(steps);
    for (int rung = 0; rung < rungs.size(); rung++) {
      total += alive * (rungs.get(rung) - before);
      before = rungs.get(rung);
      alive = Math.min(alive, stopping.survivors(rung, combinations.size()));
    }
    return (total + alive * (steps - before)) * study.seeds().count();
  }
}
