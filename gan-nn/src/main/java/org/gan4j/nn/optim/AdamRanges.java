package org.gan4j.nn.optim;

import org.gan4j.core.Expect;

/** The ranges that Adam and its variants share. */
final class AdamRanges {
  private AdamRanges() {}

  static void check(
      String name, double rate, double beta1, double beta2, double epsilon, Schedule schedule) {
    Expect.positive(name, "a finite rate", rate);
    Expect.inRange(name, "beta1", beta1, 0, 1, Expect.Bounds.CLOSED_OPEN);
    Expect.inRange(name, "beta2", beta2, 0, 1, Expect.Bounds.CLOSED_OPEN);
    Expect.positive(name, "a finite epsilon", epsilon);
    Expect.nonNull(name, "a schedule", schedule);
  }
}
