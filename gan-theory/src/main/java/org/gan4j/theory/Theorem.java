package org.gan4j.theory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.gan4j.core.concurrent.SideBySide;

/** Rows in their order, checked together. Immutable. */
public final class Theorem {
  private final List<Row> rows;

  private Theorem(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Returns these rows as a whole.
   *
   * @param rows in the order of the report
   * @return the whole
   * @throws IllegalArgumentException if two rows have one id
   */
  public static Theorem of(List<Row> rows) {
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      if (!seen.add(row.statement().id())) {
        throw new IllegalArgumentException(
            "Theorem: expected ids that differ, got '%s' twice; rename one"
                .formatted(row.statement().id()));
      }
    }
    return new Theorem(List.copyOf(rows));
  }

  /** {@return the statements of all rows} */
  public List<Statement> statements() {
    return rows.stream().map(Row::statement).toList();
  }

  /**
   * Returns a part of the rows, in their own order.
   *
   * @param ids which
   * @return a copy
   * @throws IllegalArgumentException with the known ids if one is unknown
   */
  public Theorem only(Set<String> ids) {
    List<String> known = statements().stream().map(Statement::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "row: expected one of %s, got '%s'".formatted(String.join(", ", known), id));
      }
    }
    return new Theorem(rows.stream().filter(row -> ids.contains(row.statement().id())).toList());
  }

  /** Watches the rows; called from several threads, one call at a time. */
  public interface Listener {
    /**
     * Called while a row works.
     *
     * @param row the row
     * @param fraction how much of its work is done, 0 to 1
     * @param what what goes on
     */
    void reached(Statement row, double fraction, String what);

    /**
     * Called when a row is done.
     *
     * @param result what it found
     */
    void finished(Result result);
  }

  /**
   * Checks all rows, as many side by side as the setting says. A row that throws is a failed row.
   *
   * @param setting seed and amount of work; its own listener is not used
   * @param listener whom to tell how far the rows are
   * @return the results in the order of the rows, whatever the threads
   * @throws InterruptedException if this thread is interrupted; the rows have then stopped, so the
   *     listener is not called any more
   */
  public List<Result> check(Setting setting, Listener listener) throws InterruptedException {
    List<Callable<Result>> checks = new ArrayList<>();
    rows.forEach(row -> checks.add(() -> check(row, setting, listener)));
    try {
      return SideBySide.run(setting.threads(), checks);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a listener threw: " + e.getCause(), e);
    }
  }

  private static Result check(Row row, Setting setting, Listener listener) {
    Statement statement = row.statement();
    Setting own =
        setting.withProgress((fraction, what) -> tell(listener, statement, fraction, what));
    own.reached(0, "begins");
    Result result;
    try {
      result = Result.of(statement, row.check(own));
    } catch (CancellationException e) {
      throw e;
    } catch (Exception | Error e) {
      result = Result.broken(statement, e);
    }
    synchronized (listener) {
      listener.finished(result);
    }
    return result;
  }

  /** Tells the listener, or ends the row if it is told to stop. */
  private static void tell(Listener listener, Statement row, double fraction, String what) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    synchronized (listener) {
      listener.reached(row, fraction, what);
    }
  }
}
