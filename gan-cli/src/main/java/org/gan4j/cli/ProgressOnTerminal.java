package org.gan4j.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;

/** A bar that redraws itself. */
final class ProgressOnTerminal implements TrainingProgress {
  private static final int REDRAW_MILLIS = 200;

  private final ProgressBar bar;
  private long lastMessage = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(REDRAW_MILLIS);
  private StepReport last;

  ProgressOnTerminal(PrintWriter err, int columns, long start, long steps) {
    this.bar =
        ProgressBar.builder()
            .setInitialMax(steps)
            .startsFrom(start, Duration.ZERO)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setRenderer(new BarRenderer(true))
            .setConsumer(new TerminalLine(err, columns))
            .build();
  }

  @Override
  public void stepped(StepReport report, GanTrainer trainer) {
    last = report;
    bar.stepTo(report.step());
    long now = System.nanoTime();
    if (now - lastMessage >= TimeUnit.MILLISECONDS.toNanos(REDRAW_MILLIS)) {
      lastMessage = now;
      bar.setExtraMessage(TrainingProgress.measures(report));
    }
  }

  @Override
  public void close() {
    if (last != null) {
      bar.setExtraMessage(TrainingProgress.measures(last));
    }
    bar.close();
  }
}
