package org.gan4j.study.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.Factor;
import org.gan4j.study.plan.SettingText;

/**
 * Which settings differ: for each factor, its values against each other, averaged over the other
 * factors; and, with several factors or many values, the best setting against each other one. All
 * comparisons of a figure are corrected together.
 */
public final class SettingDifferences {
  /** More values than this are a curve, not groups. */
  private static final int MOST_VALUES = 6;

  private final StudyResults results;

  private SettingDifferences(StudyResults results) {
    this.results = results;
  }

  /**
   * Compares the settings of a study.
   *
   * @param results the results
   * @return the comparisons by figure; none where there are fewer than two seeds, or figures are
   *     missing
   */
  public static Map<Metric, List<PairedDifference>> of(StudyResults results) {
    SettingDifferences differences = new SettingDifferences(results);
    Map<Metric, List<PairedDifference>> all = new LinkedHashMap<>();
    for (Metric metric : results.metrics()) {
      List<PairedDifference> family = new ArrayList<>(differences.betweenValues(metric));
      if (results.plan().factors().size() > 1 || family.isEmpty()) {
        family.addAll(differences.fromBest(metric));
      }
      all.put(metric, PairedDifference.holm(family));
    }
    return all;
  }

  private List<PairedDifference> betweenValues(Metric metric) {
    List<PairedDifference> found = new ArrayList<>();
    List<Factor> factors = results.plan().factors();
    for (int i = 0; i < factors.size(); i++) {
      Map<JsonNode, Map<Long, Double>> groups = groups(i, metric);
      if (groups.size() > MOST_VALUES) {
        continue;
      }
      List<JsonNode> values = List.copyOf(groups.keySet());
      for (int a = 0; a < values.size(); a++) {
        for (int b = a + 1; b < values.size(); b++) {
          compare(
                  metric,
                  factors.get(i).name() + " " + SettingText.of(values.get(a)),
                  factors.get(i).name() + " " + SettingText.of(values.get(b)),
                  groups.get(values.get(a)),
                  groups.get(values.get(b)))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The means over the other factors, by seed; seeds with a missing figure are left out. */
  private Map<JsonNode, Map<Long, Double>> groups(int factor, Metric metric) {
    Map<JsonNode, List<Combination>> members = new LinkedHashMap<>();
    for (Combination combination : results.plan().combinations()) {
      members
          .computeIfAbsent(combination.values().get(factor), value -> new ArrayList<>())
          .add(combination);
    }
    Map<JsonNode, Map<Long, Double>> groups = new LinkedHashMap<>();
    members.forEach((value, of) -> groups.put(value, means(of, metric)));
    return groups;
  }

  private Map<Long, Double> means(List<Combination> combinations, Metric metric) {
    Map<Long, Double> means = new TreeMap<>();
    for (long seed : results.plan().study().seeds().all()) {
      double sum = 0;
      int defined = 0;
      for (Combination combination : combinations) {
        OptionalDouble figure =
            results.figures(combination, metric).getOrDefault(seed, OptionalDouble.empty());
        defined += figure.isPresent() ? 1 : 0;
        sum += figure.orElse(0);
      }
      if (defined == combinations.size()) {
        means.put(seed, sum / defined);
      }
    }
    return means;
  }

  private List<PairedDifference> fromBest(Metric metric) {
    List<Combination> ranked = new ArrayList<>(results.plan().combinations());
    ranked.sort((a, b) -> StudyResults.compare(mean(a, metric), mean(b, metric), metric));
    Combination best = ranked.get(0);
    List<PairedDifference> found = new ArrayList<>();
    for (Combination other : ranked.subList(1, ranked.size())) {
      compare(
              metric,
              best.words(),
              other.words(),
              means(List.of(best), metric),
              means(List.of(other), metric))
          .ifPresent(found::add);
    }
    return found;
  }

  private OptionalDouble mean(Combination combination, Metric metric) {
    return results.seeds(combination, metric).map(SeedFigures::mean).orElse(OptionalDouble.empty());
  }

  private static Optional<PairedDifference> compare(
      Metric metric, String first, String second, Map<Long, Double> a, Map<Long, Double> b) {
    Set<Long> seeds = new LinkedHashSet<>(a.keySet());
    seeds.retainAll(b.keySet());
    return seeds.size() < 2
        ? Optional.empty()
        : Optional.of(
            PairedDifference.of(
                metric,
                first,
                second,
                seeds.stream().mapToDouble(a::get).toArray(),
                seeds.stream().mapToDouble(b::get).toArray()));
  }
}
