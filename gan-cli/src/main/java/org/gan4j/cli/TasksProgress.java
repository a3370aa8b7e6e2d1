package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;

/**
 * Shows the progress of several parallel tasks on stderr: a line per finished task, and below it a
 * bar on a terminal, otherwise a line every few seconds. Not safe for concurrent calls.
 */
abstract class TasksProgress implements AutoCloseable {
  /** The resolution of the progress of a task. */
  private static final int PARTS = 1000;

  private final Map<String, Double> fractions = new HashMap<>();
  private final int tasks;
  private final String noun;
  private int done;

  private TasksProgress(int tasks, String noun) {
    this.tasks = tasks;
    this.noun = noun;
  }

  /** The noun names the tasks, in the plural. */
  static TasksProgress open(PrintWriter err, OptionalInt columns, int tasks, String noun) {
    return columns.isPresent()
        ? new Bar(err, columns.getAsInt(), tasks, noun)
        : new Lines(err, tasks, noun);
  }

  @Override
  public abstract void close();

  abstract void show(long parts, String what);

  /** Counts tasks that were finished before. */
  final void alreadyDone(int count) {
    done += count;
    for (int i = 0; i < count; i++) {
      fractions.put("done before, " + i, 1.0);
    }
    print(doneOf() + " were done before");
  }

  /** Reports the progress of a task, from 0 to 1. */
  final void reached(String task, double fraction, String what) {
    fractions.put(task, Math.max(0, Math.min(1, fraction)));
    show(parts(), what);
  }

  /** Prints a permanent line. */
  abstract void print(String text);

  /** Reports that a task has finished, and how. */
  final void finished(String task, String how) {
    done++;
    fractions.put(task, 1.0);
    print(doneOf() + ", " + how);
    show(parts(), task + ": done");
  }

  final String doneOf() {
    return String.format(Locale.ROOT, "%d/%d %s", done, tasks, noun);
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
    void print(String text) {
      line.leave(text);
    }

    @Override
    public void close() {
      bar.setExtraMessage(doneOf());
      bar.close();
      line.close(); // the bar's own thread would end the line too late
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
        print(doneOf() + ", " + what);
      }
    }

    @Override
    void print(String text) {
      err.println(text);
      err.flush();
      last = System.nanoTime();
    }

    @Override
    public void close() {
      // Every line has been printed.
    }
  }
}
