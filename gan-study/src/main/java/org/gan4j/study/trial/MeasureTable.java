package org.gan4j.study.trial;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.io.csv.MetricsColumn;
import org.gan4j.io.csv.MetricsCsv;
import org.gan4j.study.measure.Metric;

/**
 * The file measures.csv of a trial: what its measure gave, by step. A resumed trial drops the rows
 * behind its checkpoint and writes them again.
 */
final class MeasureTable implements Closeable {
  private final MetricsCsv table;

  private MeasureTable(MetricsCsv table) {
    this.table = table;
  }

  static MeasureTable open(Path file, List<Metric> metrics, long step) throws IOException {
    String[] names = metrics.stream().map(Metric::name).toArray(String[]::new);
    return new MeasureTable(MetricsCsv.resume(file, step, names));
  }

  /** On the disk when this returns, since the checkpoint that follows may be. */
  void row(long step, List<OptionalDouble> figures) throws IOException {
    Number[] numbers =
        figures.stream()
            .map(figure -> figure.isPresent() ? Double.valueOf(figure.getAsDouble()) : null)
            .toArray(Number[]::new);
    table.row(step, numbers);
    table.force();
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  /** {@return the figures of a step by name, if it was measured} */
  static Optional<Map<String, OptionalDouble>> at(Path file, List<Metric> metrics, long step)
      throws IOException {
    if (!measured(file, step)) {
      return Optional.empty();
    }
    Map<String, OptionalDouble> figures = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      Double value = MetricsColumn.read(file, metric.name()).get(step);
      figures.put(metric.name(), value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
    }
    return Optional.of(figures);
  }

  /** A row may have no number but its step. */
  private static boolean measured(Path file, long step) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    String text = Files.readString(file);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    return whole.lines().anyMatch(line -> line.equals("" + step) || line.startsWith(step + ","));
  }
}
