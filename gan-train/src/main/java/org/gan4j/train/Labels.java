package org.gan4j.train;

import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;

/** Labels as conditional layers take them. */
final class Labels {
  private Labels() {}

  /** One row per label: 1 at its class and 0 elsewhere, [n, classes]; a constant. */
  static Var oneHot(Tape tape, int[] labels, int classes) {
    float[] values = new float[Shape.of(labels.length, classes).length()];
    for (int i = 0; i < labels.length; i++) {
      values[i * classes + labels[i]] = 1;
    }
    Backend backend = tape.backend();
    return tape.constant(backend.tensor(Shape.of(labels.length, classes), backend.dtype(), values));
  }
}
