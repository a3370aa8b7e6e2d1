package org.gan4j.examples.theorem.rows;

import java.util.List;
import org.gan4j.examples.theorem.Row;
import org.gan4j.examples.theorem.Theorem;

/** Every row of the theorem, in the order of the report. A new row is a line here. */
public final class Rows {
  private Rows() {}

  /** {@return the whole theorem} */
  public static Theorem theorem() {
    return Theorem.of(all());
  }

  private static List<Row> all() {
    return List.of();
  }
}
