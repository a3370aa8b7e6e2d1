package org.gan4j.cuda;

import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.testkit.backend.BackendContract;

/** The backend with its kernels compiled as C++: see {@link CudaOnCpu}. */
class CudaBackendTest extends BackendContract {
  @Override
  protected Backend open(BackendOptions options) {
    CudaOnCpu.use();
    return Backends.open("cuda", options);
  }
}
