package org.gan4j.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.train.GanConfig;
import org.gan4j.train.TrainListener;
import org.gan4j.train.run.TrainingRun.Outcome;

/** Begins, stops and resumes runs in folders, as the command does. */
final class ShortRuns {
  private ShortRuns() {}

  static Outcome begun(
      RunDirectory directory,
      GanConfig config,
      OutputSchedule schedule,
      List<TrainListener> listeners)
      throws IOException {
    return begun(directory, config, schedule, SampleFigures.none(), listeners);
  }

  static Outcome begun(
      RunDirectory directory,
      GanConfig config,
      OutputSchedule schedule,
      SampleFigures figures,
      List<TrainListener> listeners)
      throws IOException {
    RunDirectory created = RunDirectory.create(directory.path(), config, schedule);
    try (RunLock lock = RunLock.of(created)) {
      return new TrainingRun(config, lock, schedule, figures, Optional.empty()).train(listeners);
    }
  }

  /** Goes on with the config of the folder. */
  static Outcome resumed(
      RunDirectory directory, SampleFigures figures, List<TrainListener> listeners)
      throws IOException {
    try (SavedRun saved = SavedRun.open(directory.path())) {
      return saved.proceed(saved.config(), saved.schedule(), figures).train(listeners);
    }
  }

  /** Interrupts the training thread after a step, as Ctrl-C does. */
  static TrainListener stopAt(long step) {
    return (report, trainer) -> {
      if (report.step() == step) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Fails after a step, before anything of it but its row, picture and checkpoint is written. */
  static TrainListener dieAt(long step) {
    return (report, trainer) -> {
      if (report.step() == step) {
        throw new IOException("killed");
      }
    };
  }

  /** The content of all files, but for the seconds in times.csv and the process in lock. */
  static Map<String, byte[]> content(RunDirectory directory) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory.path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.equals(directory.times()) && !file.equals(directory.lock())) {
          content.put(directory.path().relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return content;
  }

  /** The same files with the same bytes. */
  static void assertSame(RunDirectory actual, RunDirectory expected) throws IOException {
    Map<String, byte[]> whole = content(expected);
    Map<String, byte[]> files = content(actual);
    assertThat(files.keySet()).isEqualTo(whole.keySet());
    whole.forEach((name, bytes) -> assertThat(files.get(name)).as(name).isEqualTo(bytes));
    assertThat(steps(actual)).isEqualTo(steps(expected));
  }

  private static List<String> steps(RunDirectory directory) throws IOException {
    return Files.readAllLines(directory.times()).stream()
        .map(row -> row.split(",", -1)[0])
        .toList();
  }
}
