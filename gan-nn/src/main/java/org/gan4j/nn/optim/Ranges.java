package org.gan4j.nn.optim;

import java.util.Objects;

/** Checks that several recipes share. */
final class Ranges {
  private Ranges() {}

  static void given(String name, String what, Object value) {
    Objects.requireNonNull(value, () -> name + ": expected " + what + ", got null");
  }

  static void schedule(String name, long updates, double last) {
    if (updates < 1 || !(last >= 0) || Double.isInfinite(last)) {
      throw new IllegalArgumentException(
          name
              + " schedule: expected at least 1 update and a finite last factor >= 0, got "
              + updates
              + " and "
              + last);
    }
  }

  static void adam(
      String name, double rate, double beta1, double beta2, double epsilon, Schedule schedule) {
    given(name, "a schedule", schedule);
    if (!(rate > 0 && beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && epsilon > 0)) {
      throw new IllegalArgumentException(
          name
              + ": expected rate > 0, beta1 and beta2 in [0, 1), epsilon > 0, got rate "
              + rate
              + ", beta1 "
              + beta1
              + ", beta2 "
              + beta2
              + ", epsilon "
              + epsilon);
    }
  }
}
