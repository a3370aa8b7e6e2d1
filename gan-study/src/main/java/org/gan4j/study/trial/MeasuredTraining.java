package org.gan4j.study.trial;

import java.io.Closeable;
import java.io.IOException;
import org.gan4j.study.measure.Gauge;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.TrainListener;

/** Measures a trial in training where it is due, and interrupts it at a step or when told to. */
final class MeasuredTraining implements TrainListener, Closeable {
  private final TrialFolder folder;
  private final Gauge gauge;
  private final long until;
  private final TrialWatch watch;
  private MeasureTable table;

  MeasuredTraining(TrialFolder folder, Gauge gauge, long until, TrialWatch watch) {
    this.folder = folder;
    this.gauge = gauge;
    this.until = until;
    this.watch = watch;
  }

  /** A process may have been killed between a step's checkpoint and its measurement. */
  @Override
  public void started(GanTrainer trainer) throws IOException {
    long step = trainer.steps();
    table = MeasureTable.open(folder.measures(), folder.trial().trials().measure().metrics(), step);
    if (step > 0 && folder.measured(step).isEmpty()) {
      measureIfDue(step, trainer);
    }
    interruptIfDue(step);
  }

  @Override
  public void stepped(StepReport report, GanTrainer trainer) throws IOException {
    measureIfDue(report.step(), trainer);
    interruptIfDue(report.step());
  }

  private void measureIfDue(long step, GanTrainer trainer) throws IOException {
    long every = folder.trial().trials().measureEvery();
    boolean rung = folder.trial().trials().stopping().rungs(folder.trial().steps()).contains(step);
    if (step == folder.trial().steps() || rung || (every > 0 && step % every == 0)) {
      table.row(step, gauge.of(trainer));
    }
  }

  private void interruptIfDue(long step) {
    boolean goesOn = watch.reached(folder.trial(), step);
    if (step < folder.trial().steps() && (step >= until || !goesOn)) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    if (table != null) {
      table.close();
    }
  }
}
