package org.gan4j.theory.rows.trained;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;

/** Opens backends for rows: FLOAT64 on the calling thread, for reproducible bits. */
final class OneThread {
  private OneThread() {}

  /** {@return a new backend, to be closed by the caller} */
  static Backend open() {
    return Backends.open("cpu", new BackendOptions(1, DType.FLOAT64));
  }
}
