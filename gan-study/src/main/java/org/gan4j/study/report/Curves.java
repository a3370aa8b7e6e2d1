package org.gan4j.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.io.plot.Figure;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.SeedFigures;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.run.StudyFolder;

/** Figures by step for the best settings: the mean over seeds in a band of its standard error. */
final class Curves {
  /** As many as there are colours. */
  private static final int MOST = 6;

  private static final List<String> LOSSES = List.of("discriminator_loss", "generator_loss");

  private Curves() {}

  static String note(StudyResults results) {
    int all = results.plan().combinations().size();
    return "Means over the seeds with their standard errors"
        + (all > MOST ? "; the best " + MOST + " of " + all + " settings." : ".");
  }

  static List<Figure> of(StudyFolder folder, StudyResults results) throws IOException {
    List<Figure> figures = new ArrayList<>();
    List<Combination> ranked = results.ranked();
    List<Combination> shown = ranked.subList(0, Math.min(MOST, ranked.size()));
    List<String> columns =
        Stream.concat(results.metrics().stream().map(Metric::name), LOSSES.stream()).toList();
    for (String column : columns) {
      Figure figure = Figure.of(column, "The mean of " + column + " by step.", "step", column);
      for (Combination setting : shown) {
        figure = with(figure, setting, curve(folder, results, setting, column));
      }
      if (!figure.series().isEmpty()) {
        figures.add(figure);
      }
    }
    return figures;
  }

  /** The steps at which every seed that has begun has a number. */
  private static NavigableMap<Long, SeedFigures> curve(
      StudyFolder folder, StudyResults results, Combination setting, String column)
      throws IOException {
    List<Map<Long, Double>> seeds = new ArrayList<>();
    for (Trial trial : results.plan().of(setting)) {
      NavigableMap<Long, Double> curve = folder.of(trial).curve(column);
      if (!curve.isEmpty()) {
        seeds.add(curve);
      }
    }
    NavigableMap<Long, SeedFigures> means = new TreeMap<>();
    if (!seeds.isEmpty()) {
      for (long step : seeds.get(0).keySet()) {
        if (seeds.stream().allMatch(seed -> seed.containsKey(step))) {
          means.put(
              step,
              new SeedFigures(
                  seeds.stream().map(seed -> OptionalDouble.of(seed.get(step))).toList()));
        }
      }
    }
    return means;
  }

  private static Figure with(
      Figure figure, Combination setting, NavigableMap<Long, SeedFigures> curve) {
    if (curve.size() < 2) {
      return figure;
    }
    double[] steps = curve.keySet().stream().mapToDouble(Long::doubleValue).toArray();
    double[] means = curve.values().stream().mapToDouble(f -> f.mean().orElseThrow()).toArray();
    double[] errors =
        curve.values().stream().mapToDouble(f -> f.standardError().orElse(0)).toArray();
    double[] low = new double[means.length];
    double[] high = new double[means.length];
    for (int i = 0; i < means.length; i++) {
      low[i] = means[i] - errors[i];
      high[i] = means[i] + errors[i];
    }
    return figure.lineInBand(setting.words(), steps, means, low, high);
  }
}
