package org.gan4j.study.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.io.WholeFile;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.trial.TrialFolder;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.RunLock;

/**
 * The folder of a study: {@code study.json}, {@code trials.csv}, {@code settings.csv}, {@code
 * report.html}, {@code trials/} with a run folder for each trial, and {@code lock}. Locked until
 * closed.
 */
public final class StudyFolder implements Closeable {
  private final StudyPlan plan;
  private final Path path;
  private final RunLock lock;

  private StudyFolder(StudyPlan plan, Path path, RunLock lock) {
    this.plan = plan;
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the folder of a study, a new one or one in which the study, or a smaller one of the same
   * base, has begun.
   *
   * @param path the folder
   * @param plan the study
   * @return the folder, locked
   * @throws org.gan4j.train.run.LockedException if another process works on the study
   * @throws org.gan4j.train.config.ConfigException if a trial of another config is in the way
   * @throws IOException if it cannot be written
   */
  public static StudyFolder open(Path path, StudyPlan plan) throws IOException {
    Files.createDirectories(path.resolve("trials"));
    RunLock lock = RunLock.of(new RunDirectory(path));
    try {
      WholeFile.removeTemporaries(path);
      StudyFolder folder = new StudyFolder(plan, path, lock);
      for (TrialFolder trial : folder.trials()) {
        trial.requireOurs();
      }
      WholeFile.write(folder.study(), WholeFile.text(StudyJson.write(plan.study())));
      return folder;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** {@return the study} */
  public StudyPlan plan() {
    return plan;
  }

  /** {@return the folder} */
  public Path path() {
    return path;
  }

  /** {@return the file with the study} */
  public Path study() {
    return path.resolve("study.json");
  }

  /** {@return the table with a row for each trial} */
  public Path trialsTable() {
    return path.resolve("trials.csv");
  }

  /** {@return the table with a row for each setting} */
  public Path settingsTable() {
    return path.resolve("settings.csv");
  }

  /** {@return the report} */
  public Path report() {
    return path.resolve("report.html");
  }

  /** {@return the folders of all trials, in the order of the plan} */
  public List<TrialFolder> trials() {
    return plan.trials().stream().map(this::of).toList();
  }

  /**
   * Returns the folder of a trial.
   *
   * @param trial the trial
   * @return its folder
   */
  public TrialFolder of(Trial trial) {
    return new TrialFolder(trial, path.resolve("trials").resolve(trial.name()));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
