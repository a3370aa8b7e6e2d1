package org.gan4j.train.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.io.csv.MetricsColumn;
import org.gan4j.io.csv.MetricsCsv;
import org.gan4j.train.StepReport;

/**
 * The tables of a run in progress: metrics.csv, and times.csv with the seconds of the same rows.
 * They are two files so that equal runs have equal metrics.csv, byte for byte.
 */
final class RunTables implements Closeable {
  private static final List<String> REPORT =
      List.of(
          "discriminator_loss",
          "generator_loss",
          "mean_real",
          "mean_fake",
          "discriminator_gradient_norm",
          "generator_gradient_norm");

  private static final String SECONDS = "seconds";

  private final MetricsCsv metrics;
  private final MetricsCsv times;
  private final SampleFigures figures;
  private final double secondsBefore;
  private final long start = System.nanoTime();

  private RunTables(
      MetricsCsv metrics, MetricsCsv times, SampleFigures figures, double secondsBefore) {
    this.metrics = metrics;
    this.times = times;
    this.figures = figures;
    this.secondsBefore = secondsBefore;
  }

  /**
   * Opens both files behind their row of a step, dropping later rows, and starts the clock, which
   * goes on from the time of that row. At step 0 the files are new.
   */
  static RunTables open(RunDirectory directory, long step, SampleFigures figures)
      throws IOException {
    String[] columns =
        Stream.concat(REPORT.stream(), figures.names().stream()).toArray(String[]::new);
    MetricsCsv metrics = MetricsCsv.resume(directory.metrics(), step, columns);
    try {
      MetricsCsv times = MetricsCsv.resume(directory.times(), step, SECONDS);
      return new RunTables(metrics, times, figures, lastSeconds(directory));
    } catch (IOException e) {
      metrics.close();
      throw e;
    }
  }

  private static double lastSeconds(RunDirectory directory) throws IOException {
    Map.Entry<Long, Double> last = MetricsColumn.read(directory.times(), SECONDS).lastEntry();
    return last == null ? 0 : last.getValue();
  }

  /**
   * Appends a row to each.
   *
   * @param report the step
   * @param samples the generator's samples, if they are to be measured; the fields of their figures
   *     are empty otherwise, and where a sample is not finite
   */
  void row(StepReport report, Optional<float[]> samples) throws IOException {
    Stream<Number> measured =
        Stream.of(
            report.discriminatorLoss(),
            report.generatorLoss(),
            report.meanReal(),
            report.meanFake(),
            report.discriminatorGradientNorm(),
            report.generatorGradientNorm());
    List<Number> ofSamples =
        samples
            .filter(RunTables::finite)
            .map(figures::of)
            .orElseGet(() -> Collections.nCopies(figures.names().size(), null));
    metrics.row(report.step(), Stream.concat(measured, ofSamples.stream()).toArray(Number[]::new));
    long milliseconds = Math.round(secondsBefore * 1e3) + (System.nanoTime() - start) / 1_000_000;
    times.row(report.step(), milliseconds / 1e3);
  }

  /** Forces all rows to the disk. */
  void force() throws IOException {
    metrics.force();
    times.force();
  }

  /** The last update can diverge, which only the samples show. */
  private static boolean finite(float[] samples) {
    for (float sample : samples) {
      if (!Float.isFinite(sample)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    try (metrics) {
      times.close();
    }
  }
}
