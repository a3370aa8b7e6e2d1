package org.gan4j.cli;

import java.util.Locale;
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
    rows.reached(row.id(), fraction, String.format(Locale.ROOT, "%s: %s", row.id(), what));
  }

  @Override
  public void finished(Result result) {
    String row = result.statement().id();
    rows.finished(
        row, String.format(Locale.ROOT, "row %s %s", row, result.holds() ? "holds" : "FAILS"));
  }
}
