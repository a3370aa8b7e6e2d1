package org.gan4j.study.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.io.csv.MetricsColumn;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Trial;
import org.gan4j.train.config.ConfigDifference;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.run.RunDirectory;

/**
 * The folder of a trial: an ordinary run folder with {@code measures.csv} and {@code result.json}.
 *
 * @param trial the trial
 * @param path the folder
 */
public record TrialFolder(Trial trial, Path path) {
  /** {@return the folder as a run's} */
  public RunDirectory run() {
    return new RunDirectory(path);
  }

  Path measures() {
    return path.resolve("measures.csv");
  }

  private Path resultFile() {
    return path.resolve("result.json");
  }

  /**
   * Reads the trial's result.
   *
   * @return the result, if it has one
   * @throws IOException if the file cannot be read or is not a result
   */
  public Optional<TrialResult> result() throws IOException {
    Optional<TrialResult> result = ResultJson.read(resultFile());
    return result.filter(found -> found.fingerprint().equals(TrialIdentity.of(trial)));
  }

  /**
   * Reads the figures of one step.
   *
   * @param step the number of generator updates
   * @return the figures by name, if the step was measured
   * @throws IOException if measures.csv cannot be read
   */
  public Optional<Map<String, OptionalDouble>> measured(long step) throws IOException {
    return MeasureTable.at(measures(), trial.trials().measure().metrics(), step);
  }

  /**
   * Reads a curve of measures.csv, or of metrics.csv.
   *
   * @param column the name of the column
   * @return the numbers by step; empty if no such column was written
   * @throws IOException if the file cannot be read
   */
  public NavigableMap<Long, Double> curve(String column) throws IOException {
    boolean ours =
        trial.trials().measure().metrics().stream().map(Metric::name).anyMatch(column::equals);
    Path file = ours ? measures() : run().metrics();
    return Files.exists(file) ? MetricsColumn.read(file, column) : new TreeMap<>();
  }

  /**
   * {@return the newest sample picture, if there is one}
   *
   * @throws IOException if the folder cannot be listed
   */
  public Optional<Path> picture() throws IOException {
    Path samples = path.resolve("samples");
    if (!Files.isDirectory(samples)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(samples)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".png"))
          .max(Comparator.comparing(file -> file.getFileName().toString()));
    }
  }

  /** Returns how long the trial has been trained, in seconds, over all processes. */
  double seconds() throws IOException {
    if (!Files.exists(run().times())) {
      return 0;
    }
    Map.Entry<Long, Double> last = MetricsColumn.read(run().times(), "seconds").lastEntry();
    return last == null ? 0 : last.getValue();
  }

  void write(TrialResult result) throws IOException {
    Files.createDirectories(path);
    ResultJson.write(resultFile(), result);
  }

  /**
   * Refuses a folder with a run of another config, which is somebody's work.
   *
   * @throws ConfigException if the folder holds another config
   * @throws IOException if it cannot be read
   */
  public void requireOurs() throws IOException {
    if (!Files.exists(run().config())) {
      return;
    }
    Optional<ConfigDifference> difference =
        ConfigDifference.first(trial.config(), ConfigJson.read(run().config()));
    if (difference.isPresent()) {
      ConfigDifference found = difference.get();
      throw new ConfigException(
          path
              + ": expected the trial of this study, with "
              + found.setting()
              + " "
              + found.expected()
              + ", got one with "
              + found.got()
              + "; use another folder for a study of another base");
    }
  }
}
