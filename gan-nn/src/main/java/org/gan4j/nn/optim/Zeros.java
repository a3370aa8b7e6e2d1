package org.gan4j.nn.optim;

import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;

/** Fresh state for an optimizer. */
final class Zeros {
  private Zeros() {}

  static State like(Parameter parameter, Backend backend) {
    return backend.state(
        parameter.shape(),
        parameter.dtype(),
        new double[Math.toIntExact(parameter.shape().size())]);
  }
}
