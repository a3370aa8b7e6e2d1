package org.gan4j.examples.cli;

import org.gan4j.examples.theorem.Result;
import org.gan4j.examples.theorem.Statement;
import org.gan4j.examples.theorem.Theorem;

/**
 * Shows how the rows of a theorem go.
 *
 * @param rows where
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
