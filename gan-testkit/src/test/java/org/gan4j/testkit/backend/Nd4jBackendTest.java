package org.gan4j.testkit.backend;

import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;

class Nd4jBackendTest extends BackendContract {
  @Override
  protected Backend open(BackendOptions options) {
    return Backends.open("nd4j", options);
  }
}
