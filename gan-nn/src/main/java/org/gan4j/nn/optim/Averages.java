package org.gan4j.nn.optim;

import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;

/** Running averages and steps, composed of a backend's elementary operations. */
final class Averages {
  private Averages() {}

  /** average ← decay · average + weight · fresh; returns the new average. */
  static Tensor move(Backend backend, State average, double decay, Tensor fresh, double weight) {
    Tensor kept = backend.affine(average.read(), decay, 0);
    Tensor added = backend.affine(fresh, weight, 0);
    backend.assign(average, backend.binary(BinaryOp.ADD, kept, added));
    return average.read();
  }

  /** state ← state − rate · direction. */
  static void descend(Backend backend, State state, Tensor direction, double rate) {
    Tensor step = backend.affine(direction, rate, 0);
    backend.assign(state, backend.binary(BinaryOp.SUBTRACT, state.read(), step));
  }
}
