package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.io.WholeFile;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;

/**
 * A run's folder: {@code config.json}, {@code output.json}, {@code metrics.csv}, {@code times.csv},
 * {@code samples/step-000500.png}, {@code checkpoints/step-000500.safetensors} and {@code lock}.
 *
 * @param path the folder
 */
public record RunDirectory(Path path) {
  /** As many digits as a long surely holds; a longer name is not a run's. */
  private static final Pattern CHECKPOINT = Pattern.compile("step-([0-9]{1,18})\\.safetensors");

  /**
   * Creates the folder of a new run and writes its settings.
   *
   * @param path a folder that does not exist yet or is empty
   * @param config the run's config
   * @param schedule how often it writes output
   * @return the run's folder
   * @throws IOException if the folder is not empty or cannot be written; what was made is removed
   */
  public static RunDirectory create(Path path, GanConfig config, OutputSchedule schedule)
      throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(path + ": expected a folder for the run, got a file");
    }
    if (Files.isDirectory(path)) {
      try (Stream<Path> content = Files.list(path)) {
        if (content.findAny().isPresent()) {
          throw new OccupiedException(path);
        }
      }
    }
    boolean isNew = !Files.exists(path);
    Files.createDirectories(path);
    try {
      Files.createDirectory(path.resolve("samples"));
    } catch (FileAlreadyExistsException e) { // another run has just taken it
      throw new OccupiedException(path);
    }
    return new RunDirectory(path).filled(config, schedule, isNew);
  }

  /** Takes back what it made where it cannot write all of it, so that the folder is free again. */
  private RunDirectory filled(GanConfig config, OutputSchedule schedule, boolean isNew)
      throws IOException {
    try {
      Files.createDirectories(path.resolve("checkpoints"));
      write(config, schedule);
      return this;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path.resolve("checkpoints"));
      Files.deleteIfExists(path.resolve("samples"));
      if (isNew) {
        Files.deleteIfExists(path);
      }
      throw e;
    }
  }

  private void write(GanConfig config, OutputSchedule schedule) throws IOException {
    WholeFile.writeAll(
        Map.of(
            config(), WholeFile.text(ConfigJson.write(config)),
            output(), WholeFile.text(OutputJson.write(schedule))));
  }

  /** Writes the settings that a resumed run goes on with, if they are not those of the folder. */
  void update(GanConfig config, OutputSchedule schedule) throws IOException {
    boolean same =
        ConfigJson.read(config()).equals(config) && OutputJson.read(output()).equals(schedule);
    if (!same) {
      write(config, schedule);
    }
  }

  /** {@return the file of the config} */
  public Path config() {
    return path.resolve("config.json");
  }

  /** {@return the file that says how often the run writes its output} */
  public Path output() {
    return path.resolve("output.json");
  }

  /** {@return the file that {@link RunLock} locks} */
  public Path lock() {
    return path.resolve("lock");
  }

  /** {@return the file of the metrics} */
  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  /** {@return the file of the times: how many seconds a run took until each row of its metrics} */
  public Path times() {
    return path.resolve("times.csv");
  }

  /**
   * Returns the picture of one step.
   *
   * @param step the number of generator updates
   * @return its file
   */
  public Path picture(long step) {
    return path.resolve("samples").resolve(String.format(Locale.ROOT, "step-%06d.png", step));
  }

  /**
   * Returns the checkpoint of one step.
   *
   * @param step the number of generator updates
   * @return its file
   */
  public Path checkpoint(long step) {
    return path.resolve("checkpoints")
        .resolve(String.format(Locale.ROOT, "step-%06d.safetensors", step));
  }

  /**
   * Returns the newest checkpoint.
   *
   * @return its file, or nothing if there is none
   * @throws IOException if the folder cannot be listed
   */
  public Optional<Path> latestCheckpoint() throws IOException {
    NavigableSet<Long> steps = checkpointSteps();
    return steps.isEmpty() ? Optional.empty() : Optional.of(checkpoint(steps.last()));
  }

  /**
   * Returns the steps of all checkpoints.
   *
   * @return the numbers of generator updates, ascending
   * @throws IOException if the folder cannot be listed
   */
  public NavigableSet<Long> checkpointSteps() throws IOException {
    NavigableSet<Long> steps = new TreeSet<>();
    Path folder = path.resolve("checkpoints");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> CHECKPOINT.matcher(file.getFileName().toString()))
            .filter(Matcher::matches)
            .forEach(name -> steps.add(Long.valueOf(name.group(1))));
      }
    }
    return steps;
  }

  /** {@return all folders that the run writes to, those that are there} */
  List<Path> folders() {
    return Stream.of(path, path.resolve("samples"), path.resolve("checkpoints"))
        .filter(Files::isDirectory)
        .toList();
  }
}
