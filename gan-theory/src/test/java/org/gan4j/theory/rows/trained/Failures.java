package org.gan4j.theory.rows.trained;

import java.util.List;
import org.gan4j.theory.Check;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;

/** The failed checks of a row. */
final class Failures {
  static final Setting SETTING = Setting.quick(1);

  private Failures() {}

  /** The names of the checks that do not hold. */
  static List<String> of(Row row) throws Exception {
    return row.check(SETTING).checks().stream()
        .filter(check -> !check.holds())
        .map(Check::name)
        .toList();
  }
}
