package org.gan4j.examples.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.gan4j.examples.theorem.Result;
import org.gan4j.examples.theorem.Statement;
import org.gan4j.examples.theorem.Theorem;

/**
 * Shows on stderr how the rows of a theorem go: a bar on a terminal; elsewhere a line for each row
 * that is done, and one now and then in between. The theorem calls it from one thread at a time.
 */
abstract class ProofProgress implements Theorem.Listener, AutoCloseable {
  /** Parts of a row. */
  private static final int PARTS = 1000;

  private final Map<String, Double> fractions = new HashMap<>();
  private final int rows;
  private int done;

  private ProofProgress(int rows) {
    this.rows = rows;
  }

  static ProofProgress open(PrintWriter err, OptionalInt columns, int rows) {
    return columns.isPresent() ? new Bar(err, columns.getAsInt(), rows) : new Lines(err, rows);
  }

  @Override
  public abstract void close();

  abstract void show(long parts, String what);

  @Override
  public final void reached(Statement row, double fraction, String what) {
    fractions.put(row.id(), Math.max(0, Math.min(1, fraction)));
    show(parts(), "%s: %s".formatted(row.id(), what));
  }

  @Override
  public void finished(Result result) {
    done++;
    fractions.put(result.statement().id(), 1.0);
    show(parts(), "%s: done".formatted(result.statement().id()));
  }

  final String doneOf() {
    return "%d/%d rows".formatted(done, rows);
  }

  private long parts() {
    return Math.round(PARTS * fractions.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private static final class Bar extends ProofProgress {
    private static final int REDRAW_MILLIS = 200;

    private final TerminalLine line;
    private final ProgressBar bar;
    private final long all;

    Bar(PrintWriter err, int columns, int rows) {
      super(rows);
      all = (long) rows * PARTS;
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
    public void close() {
      bar.setExtraMessage(doneOf());
      bar.close();
      line.close(); // the bar's own thread would end the line, but later
    }
  }

  private static final class Lines extends ProofProgress {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final PrintWriter err;
    private long last = System.nanoTime();

    Lines(PrintWriter err, int rows) {
      super(rows);
      this.err = err;
    }

    @Override
    void show(long parts, String what) {
      if (System.nanoTime() - last >= INTERVAL) {
        line(what);
      }
    }

    @Override
    public void finished(Result result) {
      super.finished(result);
      String verdict = result.holds() ? "holds" : "FAILS";
      line(String.format(Locale.ROOT, "row %s %s", result.statement().id(), verdict));
    }

    private void line(String what) {
      err.println(doneOf() + ", " + what);
      err.flush();
      last = System.nanoTime();
    }

    @Override
    public void close() {
      // Every line is out already.
    }
  }
}
