package org.gan4j.cuda.check;

import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.testkit.backend.BackendContract;

/** The contract of the backend that a property names; {@link ContractRun} sets it. */
class NamedBackendContract extends BackendContract {
  /** The property. */
  static final String BACKEND = "gan4j.check.backend";

  @Override
  protected Backend open(BackendOptions options) {
    return Backends.open(System.getProperty(BACKEND), options);
  }
}
