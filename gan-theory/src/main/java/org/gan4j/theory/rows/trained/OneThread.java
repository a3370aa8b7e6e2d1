package org.gan4j.theory.rows.trained;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;

/** Where the rows compute: FLOAT64 on the calling thread, so that bits do not depend on others. */
final class OneThread {
  private OneThread() {}

  /** {@return a backend of its own for the caller to close} */
  static Backend open() {
    return Backends.open("cpu", new BackendOptions(1, DType.FLOAT64));
  }
}
