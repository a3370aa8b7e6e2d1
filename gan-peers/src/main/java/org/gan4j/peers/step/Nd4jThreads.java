package org.gan4j.peers.step;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numbers of native threads. ND4J shares OpenBLAS with our backend, whose own threads call it
 * and which must have it to one thread, so each sets what it needs before its steps. Changing the
 * numbers takes too long to be timed with a step.
 */
final class Nd4jThreads {
  private Nd4jThreads() {}

  /** Lets the operations and the products of ND4J use as many threads. */
  static void use(int threads) {
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
  }

  /** Sets OpenBLAS to one thread for our backend. */
  static void leaveOpenBlasOne() {
    openblas_nolapack.blas_set_num_threads(1);
  }
}
