package org.gan4j.testkit.guide;

import org.gan4j.core.DType;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.nd4j.Nd4jTensors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The code that the guide choose-a-backend.md shows. */
final class ChooseABackend {
  private ChooseABackend() {}

  static String open() {
    try (Backend backend = Backends.open("nd4j", new BackendOptions(2, DType.FLOAT32))) {
      return backend.name(); // or anything else that computes
    }
  }

  static INDArray tanh(INDArray array) {
    try (Backend backend = Backends.open("nd4j");
        Tape tape = Tape.on(backend)) {
      Var x = tape.constant(Nd4jTensors.wrap(backend, array)); // no copy
      return Nd4jTensors.view(x.tanh().value()).dup(); // dup() outlives the tape
    }
  }
}
