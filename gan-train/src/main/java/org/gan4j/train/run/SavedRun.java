package org.gan4j.train.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.data.DataException;
import org.gan4j.io.WholeFile;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.config.ConfigJson;

/**
 * A run that was stopped or killed, to go on with: locked, with its newest sound checkpoint.
 *
 * @param lock the run's folder, locked until this is closed
 * @param config the run
 * @param schedule how often it writes output
 * @param checkpoint the newest sound checkpoint; nothing if the run wrote none
 * @param skipped why newer checkpoints cannot be used, a message each
 */
public record SavedRun(
    RunLock lock,
    GanConfig config,
    OutputSchedule schedule,
    Optional<Checkpoint> checkpoint,
    List<String> skipped)
    implements Closeable {
  /**
   * Locks and reads a run, and removes temporary files that a killed process left.
   *
   * @param path the run's folder
   * @return the run, to be closed
   * @throws ResumeException if the folder holds no run
   * @throws LockedException if another process works on the run
   * @throws DataException if the run's files are damaged, of a newer format, or links
   * @throws IOException if a file cannot be read
   */
  public static SavedRun open(Path path) throws IOException {
    RunDirectory directory = new RunDirectory(path);
    requireRun(directory);
    requireNoLinks(directory);
    RunLock lock = RunLock.of(directory);
    try {
      return read(lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void requireRun(RunDirectory directory) throws ResumeException {
    Path path = directory.path();
    if (!Files.isDirectory(path)) {
      String got = Files.exists(path) ? "a file" : "no such folder";
      throw new ResumeException(
          path + ": expected a run directory, got " + got + "; gan train makes one");
    }
    if (!Files.exists(directory.config())) {
      boolean begun = Files.isDirectory(path.resolve("samples"));
      throw new ResumeException(
          path
              + ": expected a run directory, got "
              + (begun
                  ? "one that was cut off before its config.json was written; remove it and start"
                      + " again"
                  : "a folder without config.json; name one that gan train made"));
    }
  }

  /** Going on writes to these files: through a link, it would write somewhere else. */
  private static void requireNoLinks(RunDirectory directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory.path().toRealPath())) {
      Optional<Path> link = files.filter(Files::isSymbolicLink).findFirst();
      if (link.isPresent()) {
        throw new DataException(
            link.get()
                + ": expected a file or folder of the run, got a link to "
                + Files.readSymbolicLink(link.get())
                + "; replace it by what it names, or link to the whole run directory");
      }
    }
  }

  private static SavedRun read(RunLock lock) throws IOException {
    RunDirectory directory = lock.directory();
    GanConfig config = config(directory);
    OutputSchedule schedule = OutputJson.read(directory.output());
    for (Path folder : directory.folders()) {
      WholeFile.removeTemporaries(folder);
    }
    List<String> skipped = new ArrayList<>();
    for (long step : directory.checkpointSteps().descendingSet()) {
      try {
        Checkpoint checkpoint = Checkpoint.read(directory.checkpoint(step));
        checkpoint.requireStep(step);
        checkpoint.requireSameRun(config);
        return new SavedRun(lock, config, schedule, Optional.of(checkpoint), skipped);
      } catch (IOException e) {
        skipped.add(e.getMessage());
      }
    }
    if (!skipped.isEmpty()) {
      throw new DataException(
          directory.path()
              + ": expected a sound checkpoint, got none; start a new run from its config.json. "
              + skipped.get(0));
    }
    return new SavedRun(lock, config, schedule, Optional.empty(), skipped);
  }

  private static GanConfig config(RunDirectory directory) throws IOException {
    try {
      return ConfigJson.read(directory.config());
    } catch (ConfigException e) {
      throw new DataException(e.getMessage(), e);
    }
  }

  /**
   * Returns how far the run is.
   *
   * @return the number of generator updates so far
   * @throws IOException if the checkpoint cannot be read
   */
  public long steps() throws IOException {
    return checkpoint.isPresent() ? checkpoint.get().steps() : 0;
  }

  /**
   * Lists how this machine differs from the one that wrote the checkpoint.
   *
   * @param asked the config to go on with
   * @return a line for each difference, such as {@code threads 2, was 1}
   * @throws IOException if the checkpoint does not have a fingerprint
   */
  public List<String> changes(GanConfig asked) throws IOException {
    return checkpoint.isPresent()
        ? checkpoint.get().fingerprint().changesTo(Fingerprint.of(asked.compute()))
        : List.of();
  }

  /**
   * Prepares to go on. Training writes the config and the schedule to the folder if they change,
   * once it has everything that it needs.
   *
   * @param asked this run's config; its number of steps and compute settings may differ
   * @param output how often to write output from now on
   * @param figures columns of metrics.csv; those that the run began with
   * @return the run, to be trained while this is open
   * @throws ResumeException if no steps are left
   * @throws IOException if the checkpoint does not say its step
   */
  public TrainingRun proceed(GanConfig asked, OutputSchedule output, SampleFigures figures)
      throws IOException {
    long planned = asked.training().steps();
    if (steps() >= planned) {
      throw new ResumeException(
          lock.directory().path()
              + ": expected steps left to train, got a run with "
              + steps()
              + " of "
              + planned
              + "; ask for more with --steps");
    }
    return new TrainingRun(asked, lock, output, figures, checkpoint);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
