package org.gan4j.theory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.gan4j.core.Expect;
import org.gan4j.core.concurrent.SideBySide;

/** A list of rows that are checked together. Immutable. */
public final class Theorem {
  private final List<Row> rows;

  private Theorem(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Returns a theorem of these rows.
   *
   * @param rows in the order of the report
   * @return the theorem
   * @throws IllegalArgumentException if two rows have the same id
   */
  public static Theorem of(List<Row> rows) {
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      if (!seen.add(row.statement().id())) {
        throw Expect.failure(
            "Theorem", "ids that differ", "'" + row.statement().id() + "' twice", "rename one");
      }
    }
    return new Theorem(List.copyOf(rows));
  }

  /** {@return the statements of all rows} */
  public List<Statement> statements() {
    return rows.stream().map(Row::statement).toList();
  }

  /**
   * Returns a theorem of some of the rows, in the same order.
   *
   * @param ids the ids of the rows
   * @return the theorem of these rows
   * @throws IllegalArgumentException if an id is unknown; the message lists the known ones
   */
  public Theorem only(Set<String> ids) {
    List<String> known = statements().stream().map(Statement::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw Expect.unknown("row", known, id);
      }
    }
    return new Theorem(rows.stream().filter(row -> ids.contains(row.statement().id())).toList());
  }

  /** Receives the progress of the rows, from several threads but one call at a time. */
  public interface Listener {
    /**
     * Called while a row works.
     *
     * @param row the row
     * @param fraction the fraction of its work that is done, 0 to 1
     * @param what the current work
     */
    void reached(Statement row, double fraction, String what);

    /**
     * Called when a row is done.
     *
     * @param result the result of the row
     */
    void finished(Result result);
  }

  /**
   * Checks all rows, several in parallel as set by {@link Setting#threads}. A row that throws an
   * exception fails.
   *
   * @param setting the seed and the amount of work; its progress listener is not used
   * @param listener receives the progress of the rows
   * @return the results, in the order of the rows
   * @throws InterruptedException if this thread is interrupted; the rows have then stopped, and the
   *     listener is no longer called
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
        setting.withProgress((fraction, what) -> report(listener, statement, fraction, what));
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

  /** Calls the listener, or stops the row if its thread is interrupted. */
  private static void report(Listener listener, Statement row, double fraction, String what) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    synchronized (listener) {
      listener.reached(row, fraction, what);
    }
  }
}
