package org.gan4j.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.report.StudyReport;
import org.gan4j.study.run.StudyFolder;
import org.gan4j.study.run.StudyRun;
import org.gan4j.study.run.TrialWorkers;

/**
 * Runs a study before the user's eyes, and saves it when the user stops it.
 *
 * @param stop says whether the user asked to stop
 * @param workers where trials are trained
 * @param noun what the trials are called, in the plural
 * @param err receives the progress
 */
record StudySession(StopSignal stop, TrialWorkers workers, String noun, PrintWriter err) {
  /** Runs what is missing in a folder. */
  StudyRun.Outcome run(Path path, StudyPlan plan) throws IOException {
    try (StudyFolder folder = StudyFolder.open(path, plan);
        TasksProgress tasks =
            TasksProgress.open(err, Launch.columns(), plan.trials().size(), noun)) {
      stop.arm();
      StudyRun.Outcome outcome =
          new StudyRun(folder, workers, new StudyProgress(plan, tasks, stop)).run();
      StudyReport.write(folder, outcome.results());
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(path + ": interrupted before every trial was trained");
    }
  }
}
