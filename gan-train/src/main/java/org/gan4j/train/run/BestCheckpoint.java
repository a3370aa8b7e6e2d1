package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import org.gan4j.io.csv.MetricsColumn;

/**
 * The best checkpoint that a run has kept, by figures of the samples in its pictures. Among equal
 * ones it is the first.
 *
 * @param step the number of generator updates
 * @param by the names of the figures, larger is better; a later one decides between equals
 * @param values the figures of this checkpoint
 */
public record BestCheckpoint(long step, List<String> by, List<Double> values) {
  /**
   * Finds it in metrics.csv.
   *
   * @param directory the run's folder
   * @param figures the figures that the run measures
   * @return the best checkpoint, or nothing if no figure ranks them or none was measured
   * @throws IOException if the folder or metrics.csv cannot be read
   */
  public static Optional<BestCheckpoint> of(RunDirectory directory, SampleFigures figures)
      throws IOException {
    List<String> by = figures.ranking();
    if (by.isEmpty() || !Files.exists(directory.metrics())) {
      return Optional.empty();
    }
    List<NavigableMap<Long, Double>> columns = new ArrayList<>();
    for (String name : by) {
      columns.add(MetricsColumn.read(directory.metrics(), name));
    }
    return best(directory.checkpointSteps(), by, columns);
  }

  private static Optional<BestCheckpoint> best(
      SortedSet<Long> steps, List<String> by, List<NavigableMap<Long, Double>> columns) {
    Optional<BestCheckpoint> best = Optional.empty();
    for (long step : steps) {
      if (columns.stream().allMatch(column -> column.containsKey(step))) {
        BestCheckpoint next =
            new BestCheckpoint(step, by, columns.stream().map(c -> c.get(step)).toList());
        best = best.filter(b -> !next.isBetterThan(b)).or(() -> Optional.of(next));
      }
    }
    return best;
  }

  private boolean isBetterThan(BestCheckpoint other) {
    for (int i = 0; i < values.size(); i++) {
      int comparison = Double.compare(values.get(i), other.values.get(i));
      if (comparison != 0) {
        return comparison > 0;
      }
    }
    return false;
  }
}
