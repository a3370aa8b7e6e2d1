package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.train.GanConfig;
import org.gan4j.train.run.OutputSchedule;
import org.gan4j.train.run.RunDirectory;

/** Creates run folders, and removes those of runs that did not complete a step. */
final class RunFolders {
  private RunFolders() {}

  /** Creates a run in {@code parent/name-n} with the first free n. */
  static RunDirectory createNext(
      Path parent, String name, GanConfig config, OutputSchedule schedule) throws IOException {
    return RunDirectory.create(next(parent, name), config, schedule);
  }

  /** Creates {@code parent/name-n} with the first free n, even if several runs start at once. */
  static Path next(Path parent, String name) throws IOException {
    Files.createDirectories(parent);
    int n = 1;
    while (!claim(parent.resolve(name + "-" + n))) {
      n++;
    }
    return parent.resolve(name + "-" + n);
  }

  private static boolean claim(Path path) throws IOException {
    try {
      Files.createDirectory(path);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Removes the files of a run that made no step, and the folder if nothing else is in it. */
  static void discard(RunDirectory run) throws IOException {
    List<Path> ours =
        List.of(
            run.metrics(),
            run.times(),
            run.config(),
            run.output(),
            run.lock(),
            run.path().resolve("samples"),
            run.path().resolve("checkpoints"),
            run.path());
    for (Path path : ours) {
      try {
        Files.deleteIfExists(path);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }
}
