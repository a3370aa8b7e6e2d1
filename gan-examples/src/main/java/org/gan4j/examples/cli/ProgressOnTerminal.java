package org.gan4j.examples.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.StepReport;

/** A bar that redraws itself. */
final class ProgressOnTerminal implements Progress {
  private static final int REDRAW_MILLIS = 200;
  private static final int LEAST_COLUMNS = 40;

  private final ProgressBar bar;
  private long lastMessage = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(REDRAW_MILLIS);
  private StepReport last;

  ProgressOnTerminal(PrintWriter err, int columns, long steps) {
    this.bar =
        ProgressBar.builder()
            .setInitialMax(steps)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setRenderer(new BarRenderer())
            .setConsumer(new Line(err, Math.max(LEAST_COLUMNS, columns - 1)))
            .build();
  }

  @Override
  public void stepped(StepReport report, GanTrainer trainer) {
    last = report;
    bar.stepTo(report.step());
    long now = System.nanoTime();
    if (now - lastMessage >= TimeUnit.MILLISECONDS.toNanos(REDRAW_MILLIS)) {
      lastMessage = now;
      bar.setExtraMessage(Progress.measures(report));
    }
  }

  @Override
  public void close() {
    if (last != null) {
      bar.setExtraMessage(Progress.measures(last));
    }
    bar.close();
  }

  /**
   * One line that is written over. The library's own console asks a terminal library, which takes
   * Ctrl-C away from us; and it may draw from two threads at the end, so the first to close it
   * wins.
   */
  private static final class Line implements ProgressBarConsumer {
    private final PrintWriter err;
    private final int columns;
    private boolean closed;

    Line(PrintWriter err, int columns) {
      this.err = err;
      this.columns = columns;
    }

    @Override
    public int getMaxRenderedLength() {
      return columns;
    }

    @Override
    public synchronized void accept(String text) {
      if (!closed) {
        err.print('\r' + text);
        err.flush();
      }
    }

    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        err.println();
        err.flush();
      }
    }
  }
}
