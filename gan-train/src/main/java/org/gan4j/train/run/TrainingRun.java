package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
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
 * @param lock the run's folder, locked
 * @param schedule how often to write output
 * @param figures columns of metrics.csv that describe the samples, whenever a picture or checkpoint
 *     is written
 * @param start the checkpoint to go on from; nothing to start at the beginning
 */
public record TrainingRun(
    GanConfig config,
    RunLock lock,
    OutputSchedule schedule,
    SampleFigures figures,
    Optional<Checkpoint> start) {
  /**
   * Trains from the beginning, without figures of samples.
   *
   * @param config the run
   * @param lock the run's folder, locked
   * @param schedule how often to write output
   */
  public TrainingRun(GanConfig config, RunLock lock, OutputSchedule schedule) {
    this(config, lock, schedule, SampleFigures.none(), Optional.empty());
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
   * @throws IOException if data cannot be read or results cannot be written, or the checkpoint to
   *     start from does not fit the config
   * @throws DivergedException if a number is not finite; the metrics so far are kept
   */
  public Outcome train(List<TrainListener> listeners) throws IOException {
    try (Backend backend = config.compute().open()) {
      GanTrainer trainer = trainer(backend);
      if (start.isPresent()) {
        start.get().restore(trainer, backend);
        removePicturesOfStops(start.get());
      }
      lock.directory().update(config, schedule);
      try (RunTables tables = RunTables.open(lock.directory(), trainer.steps(), figures)) {
        return train(trainer, new RunOutput(this, tables), listeners);
      }
    }
  }

  private Outcome train(GanTrainer trainer, RunOutput output, List<TrainListener> listeners)
      throws IOException {
    StepReport[] last = new StepReport[1];
    List<TrainListener> all = new ArrayList<>();
    all.add((report, t) -> last[0] = report);
    all.add(output);
    all.addAll(listeners);
    trainer.train(all);
    output.finish(trainer);
    return new Outcome(trainer.steps(), trainer.steps() < config.training().steps(), last[0]);
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

  /** A run that was never stopped has no pictures but those of its schedule and its end. */
  private void removePicturesOfStops(Checkpoint from) throws IOException {
    RunDirectory directory = lock.directory();
    long planned = from.config().training().steps();
    for (long step : directory.checkpointSteps().tailSet(from.steps())) {
      if (step < planned && !schedule.pictureDue(step)) {
        Files.deleteIfExists(directory.picture(step));
      }
    }
  }
}
