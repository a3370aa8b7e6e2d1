package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.TrainListener;

/** Shows on stderr how training goes: a bar on a terminal, a line now and then elsewhere. */
interface TrainingProgress extends TrainListener, AutoCloseable {
  @Override
  void stepped(StepReport report, GanTrainer trainer);

  @Override
  void close();

  /**
   * Begins to show progress.
   *
   * @param err where
   * @param columns the terminal's width, if there is one
   * @param steps of the whole run
   */
  static TrainingProgress open(PrintWriter err, OptionalInt columns, long steps) {
    return columns.isPresent()
        ? new ProgressOnTerminal(err, columns.getAsInt(), steps)
        : new ProgressInLines(err, steps);
  }

  /** Both losses, and the mean of D over real and over generated samples; short, for 80 columns. */
  static String measures(StepReport report) {
    return String.format(
        Locale.ROOT,
        "D %.3f G %.3f real %.2f fake %.2f",
        report.discriminatorLoss(),
        report.generatorLoss(),
        report.meanReal(),
        report.meanFake());
  }
}
