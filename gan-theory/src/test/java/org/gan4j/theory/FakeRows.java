package org.gan4j.theory;

import java.util.List;

/** Rows for tests of theorems and reports. */
public final class FakeRows {
  /** A listener that ignores all calls. */
  public static final Theorem.Listener NOBODY =
      new Theorem.Listener() {
        @Override
        public void reached(Statement row, double fraction, String what) {}

        @Override
        public void finished(Result result) {}
      };

  private FakeRows() {}

  /** A row that finds this number where 1 ± 1e-3 is expected. */
  public static Row finding(String id, double found) {
    return new FakeRow(id, found);
  }

  /** A row that cannot compute its sides. */
  public static Row throwing(String id, String why) {
    return new Row() {
      @Override
      public Statement statement() {
        return Statement.of(id, "Row " + id);
      }

      @Override
      public Evidence check(Setting setting) {
        throw new IllegalStateException(why);
      }
    };
  }

  /** The results of the rows with seed 1. */
  public static List<Result> check(Row... rows) throws InterruptedException {
    return Theorem.of(List.of(rows)).check(Setting.quick(1), NOBODY);
  }
}
