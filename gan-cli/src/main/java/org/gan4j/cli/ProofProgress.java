package org.gan4j.cli;

import org.gan4j.theory.Result;
import org.gan4j.theory.Statement;
import org.gan4j.theory.Theorem;

/**
 * Shows the progress of the rows of a theorem.
 *
 * @param rows where to show it
 */
record ProofProgress(TasksProgress rows) implements Theorem.Listener {
  @Override
  public void reached(Statement row, double fraction, String what) {
    rows.reached(row.id(), fraction, "%s: %s".formatted(row.id(), what));
  }

  @Override
  public void finished(Result result) {
    String row = result.statement().id();
    rows.finished(row, "row %s %s".formatted(row, result.holds() ? "holds" : "FAILS"));
  }
}
