package org.gan4j.nn.optim;

/** Range checks that several recipes share. */
final class Ranges {
  private Ranges() {}

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
}
