package org.gan4j.theory;

import org.gan4j.io.plot.Figure;

/** A row that finds one number where 1 is expected. */
record FakeRow(String id, double found) implements Row {
  @Override
  public Statement statement() {
    return Statement.of(id, "Row " + id)
        .claim("The number is 1 & no other < 2.")
        .formula("x = 1")
        .source("a test")
        .method("by hand");
  }

  @Override
  public Evidence check(Setting setting) {
    setting.reached(0.5, "half way");
    return Evidence.collect()
        .check(Check.equal("the number", found, 1, 1e-3))
        .number("seed", (double) setting.seed())
        .figure(
            Figure.of("A line", "From 0 to 1.", "x", "y")
                .line("line", new double[] {0, 1}, new double[] {0, found}))
        .recipe("Take the number.")
        .done();
  }
}
