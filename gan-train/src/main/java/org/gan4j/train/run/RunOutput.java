package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.TrainListener;

/** Writes what a run in progress leaves in its folder. */
final class RunOutput implements TrainListener {
  private final GanConfig config;
  private final RunDirectory directory;
  private final OutputSchedule schedule;
  private final SampleFigures figures;
  private final RunTables tables;
  private final SamplePicture picture;

  RunOutput(TrainingRun run, RunTables tables) throws IOException {
    this.config = run.config();
    this.directory = run.lock().directory();
    this.schedule = run.schedule();
    this.figures = run.figures();
    this.tables = tables;
    this.picture = new SamplePicture(config);
  }

  @Override
  public void stepped(StepReport report, GanTrainer trainer) throws IOException {
    writeRow(report, trainer);
    if (report.step() < config.training().steps()) { // finish() writes at the end
      writeWhenDue(report.step(), trainer);
    }
  }

  /** The samples that are measured are those of the picture. */
  private void writeRow(StepReport report, GanTrainer trainer) throws IOException {
    long step = report.step();
    boolean measured =
        step == config.training().steps()
            || schedule.pictureDue(step)
            || schedule.checkpointDue(step);
    if (measured) {
      tables.row(report, Optional.of(samples(trainer)));
    } else if (schedule.metricsDue(step)) {
      tables.row(report, Optional.empty());
    }
  }

  private void writeWhenDue(long step, GanTrainer trainer) throws IOException {
    if (schedule.pictureDue(step)) {
      writePicture(trainer);
    }
    if (schedule.checkpointDue(step)) {
      writeCheckpoint(trainer);
    }
  }

  /** Writes a last checkpoint and picture, even if the thread is interrupted. */
  void finish(GanTrainer trainer) throws IOException {
    // Clears the interruption, which would otherwise make writing the files fail.
    boolean interrupted = Thread.interrupted();
    try {
      writeCheckpoint(trainer);
      writePicture(trainer);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The rows before a checkpoint reach the disk before it does. */
  private void writeCheckpoint(GanTrainer trainer) throws IOException {
    tables.force();
    Checkpoint.of(trainer).write(directory.checkpoint(trainer.steps()));
    if (schedule.keep() > 0) {
      removeOldCheckpoints(trainer.steps());
    }
  }

  /**
   * Keeps the last ones and the best. One that a stop wrote off schedule goes first: the run has
   * passed it, and a run that was never stopped has none.
   */
  private void removeOldCheckpoints(long newest) throws IOException {
    Deque<Long> old = new ArrayDeque<>();
    int kept = 1;
    Optional<Long> best = BestCheckpoint.of(directory, figures).map(BestCheckpoint::step);
    for (long step : directory.checkpointSteps().headSet(newest).stream().toList()) {
      old.addFirst(step);
    }
    for (long step : old) {
      boolean last = schedule.checkpointDue(step) && kept < schedule.keep();
      if (last) {
        kept++;
      } else if (!best.equals(Optional.of(step))) {
        Files.deleteIfExists(directory.checkpoint(step));
      }
    }
  }

  private void writePicture(GanTrainer trainer) throws IOException {
    long step = trainer.steps();
    picture.write(directory.picture(step), "step " + step, samples(trainer));
  }

  private float[] samples(GanTrainer trainer) {
    RngStream draws = Rng.ofSeed(config.seed()).stream("picture/latent");
    return SamplePicture.labels(config)
        .map(labels -> trainer.sample(labels, draws))
        .orElseGet(() -> trainer.sample(picture.samples(), draws));
  }
}
