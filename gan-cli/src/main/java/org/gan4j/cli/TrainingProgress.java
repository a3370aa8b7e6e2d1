package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;
import org.gan4j.train.TrainListener;

/** Shows training progress on stderr: a bar on a terminal, otherwise a line every few seconds. */
interface TrainingProgress extends TrainListener, AutoCloseable {
  @Override
  void stepped(StepReport report, GanTrainer trainer);

  @Override
  void close();

  /**
   * Starts to show progress.
   *
   * @param err where to print
   * @param columns the width of the terminal, if there is one
   * @param start the number of steps already made
   * @param steps the number of steps of the run
   */
  static TrainingProgress open(PrintWriter err, OptionalInt columns, long start, long steps) {
    return columns.isPresent()
        ? new ProgressOnTerminal(err, columns.getAsInt(), start, steps)
        : new ProgressInLines(err, start, steps);
  }

  /** Both losses and the mean of D on real and on fake samples, within 80 columns. */
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
