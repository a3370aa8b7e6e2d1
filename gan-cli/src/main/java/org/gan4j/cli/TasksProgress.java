package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;

/**
 * Shows on stderr how several tasks go side by side: a line for each task that is done, and below
 * it a bar on a terminal, elsewhere a line now and then. To be called from one thread at a time.
 */
abstract class TasksProgress implements AutoCloseable {
  /** Parts of a task. */
  private static final int PARTS = 1000;

  private final Map<String, Double> fractions = new HashMap<>();
  private final int tasks;
  private final String noun;
  private int done;

  private TasksProgress(int tasks, String noun) {
    this.tasks = tasks;
    this.noun = noun;
  }

  /** The noun is what the tasks are called, in the plural. */
  static TasksProgress open(PrintWriter err, OptionalInt columns, int tasks, String noun) {
    return columns.isPresent()
        ? new Bar(err, columns.getAsInt(), tasks, noun)
        : new Lines(err, tasks, noun);
  }

  @Override
  public abstract void close();

  abstract void show(long parts, String what);

  /** A task has got so far, from 0 to 1. */
  final void reached(String task, double fraction, String what) {
    fractions.put(task, Math.max(0, Math.min(1, fraction)));
    show(parts(), what);
  }

  /** Leaves a line about a task that is done. */
  abstract void tell(String line);

  /** A task is done; says how it ended. */
  final void finished(String task, String how) {
    done++;
    fractions.put(task, 1.0);
    tell(doneOf() + ", " + how);
    show(parts(), task + ": done");
  }

  final String doneOf() {
    return "%d/%d %s".formatted(done, tasks, noun);
  }

  private long parts() {
    return Math.round(PARTS * fractions.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private static final class Bar extends TasksProgress {
    private static final int REDRAW_MILLIS = 200;

    private final TerminalLine line;
    private final ProgressBar bar;
    private final long all;

    Bar(PrintWriter err, int columns, int tasks, String noun) {
      super(tasks, noun);
      all = (long) tasks * PARTS;
      line = new TerminalLine(err, columns);
      bar =
          ProgressBar.builder()
              .setInitialMax(all)
              .setUpdateIntervalMillis(REDRAW_MILLIS)
              .setRenderer(new BarRenderer(false))
              .setConsumer(line)
              .build();
    }

    @Override
    void show(long parts, String what) {
      bar.stepTo(Math.min(parts, all));
      bar.setExtraMessage(doneOf() + ", " + what);
    }

    @Override
    void tell(String told) {
      line.leave(told);
    }

    @Override
    public void close() {
      bar.setExtraMessage(doneOf());
      bar.close();
      line.close(); // the bar's own thread would end the line, but later
    }
  }

  private static final class Lines extends TasksProgress {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final PrintWriter err;
    private long last = System.nanoTime();

    Lines(PrintWriter err, int tasks, String noun) {
      super(tasks, noun);
      this.err = err;
    }

    @Override
    void show(long parts, String what) {
      if (System.nanoTime() - last >= INTERVAL) {
        tell(doneOf() + ", " + what);
      }
    }

    @Override
    void tell(String line) {
      err.println(line);
      err.flush();
      last = System.nanoTime();
    }

    @Override
    public void close() {
      // Every line is out already.
    }
  }
}
