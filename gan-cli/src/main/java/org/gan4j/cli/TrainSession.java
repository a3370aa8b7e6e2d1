package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.train.TrainListener;
import org.gan4j.train.run.BestCheckpoint;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.TrainingRun;
import org.gan4j.train.run.TrainingRun.Outcome;

/**
 * Trains a run before the user's eyes, and saves it when the user stops it.
 *
 * @param stop says whether the user asked to stop
 * @param json whether the summary is JSON
 * @param plugins the jars that are needed to read the run's config
 * @param out receives the summary
 * @param err receives the progress
 */
record TrainSession(
    StopSignal stop, boolean json, List<Path> plugins, PrintWriter out, PrintWriter err) {
  /** Trains; a new run that makes no step leaves no folder. */
  int train(TrainingRun run, Announcement announcement) throws IOException {
    RunDirectory directory = run.lock().directory();
    long start = run.start().isPresent() ? run.start().get().steps() : 0;
    Stopwatch watch = new Stopwatch();
    boolean ended = false;
    stop.arm();
    try {
      Outcome outcome = watched(run, start, List.of(announcement, watch));
      ended = true;
      return finish(
          new TrainSummary(
              directory,
              run.config(),
              outcome,
              start,
              watch.seconds(),
              BestCheckpoint.of(directory, run.figures()),
              plugins));
    } finally {
      if (!ended) {
        leave(directory, watch, announcement.isNew());
      }
    }
  }

  private Outcome watched(TrainingRun run, long start, List<TrainListener> watching)
      throws IOException {
    long steps = run.config().training().steps();
    try (TrainingProgress progress = TrainingProgress.open(err, Launch.columns(), start, steps)) {
      List<TrainListener> listeners = new ArrayList<>(watching);
      listeners.add(progress);
      listeners.add((report, trainer) -> stopIfAsked());
      return run.train(listeners);
    }
  }

  /** Interrupts only between two steps, so no file is left half read or half written. */
  private void stopIfAsked() {
    if (stop.requested()) {
      Thread.currentThread().interrupt();
    }
  }

  private int finish(TrainSummary summary) {
    out.println(json ? Json.text(summary.json()) : summary.text());
    out.flush();
    TrainAdvice.atTheEnd(summary.outcome().last()).ifPresent(err::println);
    if (summary.outcome().interrupted()) {
      err.println(
          "Interrupted at step "
              + summary.outcome().steps()
              + ", saved. Go on with --resume "
              + summary.directory().path());
      return ExitCode.INTERRUPTED.code();
    }
    return ExitCode.DONE.code();
  }

  private void leave(RunDirectory directory, Stopwatch watch, boolean isNew) throws IOException {
    if (isNew && watch.steps() == 0) {
      RunFolders.discard(directory);
    } else {
      err.println("The metrics and checkpoints written so far are in " + directory.path());
    }
  }
}
