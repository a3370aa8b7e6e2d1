package org.gan4j.cli;

import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** A row that holds if the number is 1. */
record NumberRow(String id, double found) implements Row {
  @Override
  public Statement statement() {
    return Statement.of(id, "Row " + id).claim("The number is 1.").formula("x = 1");
  }

  @Override
  public Evidence check(Setting setting) {
    setting.reached(0.5, "half way");
    return Evidence.collect()
        .check(Check.equal("the number", found, 1, 1e-3))
        .number("seed", (double) setting.seed())
        .done();
  }
}
