package org.gan4j.theory.rows.trained;

import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;

/** Turns numbers on the host into batches of one-dimensional samples. */
final class Columns {
  private Columns() {}

  /**
   * {@return a constant [n, 1] in the backend's element type}
   *
   * @param tape the tape
   * @param values the numbers
   */
  static Var on(Tape tape, double... values) {
    Backend backend = tape.backend();
    return tape.constant(backend.tensor(Shape.of(values.length, 1), backend.dtype(), values));
  }
}
