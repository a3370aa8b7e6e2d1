package org.gan4j.nn.optim;

import org.gan4j.core.Tensor;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.State;

/** In-place changes of states, composed of a backend's elementary operations. */
final class StateMath {
  private StateMath() {}

  /** mean ← decay · mean + (1 − decay) · value; returns the new mean. */
  static Tensor average(Backend backend, State mean, double decay, Tensor value) {
    Tensor kept = backend.affine(mean.read(), decay, 0);
    Tensor added = backend.affine(value, 1 - decay, 0);
    backend.assign(mean, backend.binary(BinaryOp.ADD, kept, added));
    return mean.read();
  }

  /** state ← state − rate · direction. */
  static void descend(Backend backend, State state, Tensor direction, double rate) {
    Tensor step = backend.affine(direction, rate, 0);
    backend.assign(state, backend.binary(BinaryOp.SUBTRACT, state.read(), step));
  }
}
