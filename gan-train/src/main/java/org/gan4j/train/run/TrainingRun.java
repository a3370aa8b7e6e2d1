package org.gan4j.train.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.train.DivergedException;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.TrainListener;
import org.gan4j.train.config.ConfigException;

/**
 * Trains a GAN and writes metrics, pictures and checkpoints to a folder. A checkpoint and a picture
 * are also written at the end, even if the thread is interrupted; the thread stays interrupted.
 *
 * @param config the run
 * @param directory the run's folder
 * @param schedule how often to write output
 * @param figures columns of metrics.csv that describe the samples, whenever a picture or checkpoint
 *     is written
 */
public record TrainingRun(
    GanConfig config, RunDirectory directory, OutputSchedule schedule, SampleFigures figures) {
  /**
   * Trains without figures of samples.
   *
   * @param config the run
   * @param directory the run's folder
   * @param schedule how often to write output
   */
  public TrainingRun(GanConfig config, RunDirectory directory, OutputSchedule schedule) {
    this(config, directory, schedule, SampleFigures.none());
  }

  /**
   * How a run ended.
   *
   * @param steps the number of generator updates
   * @param interrupted whether the run was stopped before the config's number of steps
   * @param last the report of the last step, or null if there was no step
   */
  public record Outcome(long steps, boolean interrupted, StepReport last) {}

  /**
   * Trains until the config's number of steps, or until the thread is interrupted.
   *
   * @param listeners additional listeners, called after the run's own
   * @return how the run ended, after the last checkpoint and picture are written
   * @throws ConfigException if the networks do not fit the data or each other
   * @throws IOException if data cannot be read or results cannot be written
   * @throws DivergedException if a number is not finite; the metrics so far are kept
   */
  public Outcome train(List<TrainListener> listeners) throws IOException {
    try (Backend backend = config.compute().open();
        RunTables tables = RunTables.create(directory, figures)) {
      GanTrainer trainer = trainer(backend);
      SamplePicture picture = new SamplePicture(config);
      StepReport[] last = new StepReport[1];
      List<TrainListener> all = new ArrayList<>();
      all.add((report, t) -> last[0] = report);
      all.add((report, t) -> writeRow(tables, report, t, picture));
      all.add((report, t) -> writeWhenDue(report.step(), t, picture));
      all.addAll(listeners);
      trainer.train(all);
      finish(trainer, picture);
      return new Outcome(trainer.steps(), trainer.steps() < config.training().steps(), last[0]);
    }
  }

  private GanTrainer trainer(Backend backend) throws IOException {
    BatchSource data = config.data().open(Rng.ofSeed(config.seed()).stream("data"));
    try {
      return new GanTrainer(config, data, backend);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw new ConfigException(message.startsWith("config: ") ? message : "config: " + message, e);
    }
  }

  /** The samples that are measured are those of the picture. */
  private void writeRow(
      RunTables tables, StepReport report, GanTrainer trainer, SamplePicture picture)
      throws IOException {
    long step = report.step();
    boolean measured =
        step == config.training().steps()
            || OutputSchedule.due(schedule.picturesEvery(), step)
            || OutputSchedule.due(schedule.checkpointsEvery(), step);
    if (measured) {
      tables.row(report, Optional.of(samples(trainer, picture)));
    } else if (OutputSchedule.due(schedule.metricsEvery(), step)) {
      tables.row(report, Optional.empty());
    }
  }

  private void writeWhenDue(long step, GanTrainer trainer, SamplePicture picture)
      throws IOException {
    boolean end = step == config.training().steps(); // finish() writes then
    if (!end && OutputSchedule.due(schedule.picturesEvery(), step)) {
      writePicture(trainer, picture);
    }
    if (!end && OutputSchedule.due(schedule.checkpointsEvery(), step)) {
      Checkpoint.of(trainer).write(directory.checkpoint(step));
    }
  }

  private void finish(GanTrainer trainer, SamplePicture picture) throws IOException {
    // Clears the interruption, which would otherwise make writing the files fail.
    boolean interrupted = Thread.interrupted();
    try {
      Checkpoint.of(trainer).write(directory.checkpoint(trainer.steps()));
      writePicture(trainer, picture);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void writePicture(GanTrainer trainer, SamplePicture picture) throws IOException {
    long step = trainer.steps();
    picture.write(directory.picture(step), "step " + step, samples(trainer, picture));
  }

  private float[] samples(GanTrainer trainer, SamplePicture picture) {
    RngStream draws = Rng.ofSeed(config.seed()).stream("picture/latent");
    return SamplePicture.labels(config)
        .map(labels -> trainer.sample(labels, draws))
        .orElseGet(() -> trainer.sample(picture.samples(), draws));
  }
}
