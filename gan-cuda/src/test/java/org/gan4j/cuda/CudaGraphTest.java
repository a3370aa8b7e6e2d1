package org.gan4j.cuda;

import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.testkit.backend.BackendContract;

/** The contract where repeated commands are replayed as graphs. */
class CudaGraphTest extends BackendContract {
  @Override
  protected Backend open(BackendOptions options) {
    CudaOnCpu.use();
    return Backends.open("cuda+graph", options);
  }
}
