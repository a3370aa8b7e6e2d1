package org.gan4j.theory.rows.trained;

import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * A discriminator of numbers as a function on the host, with the current parameters of its network.
 *
 * @param network maps [n, 1] to logits [n, 1]
 * @param backend the backend of its parameters
 */
record CriticFunction(Layer network, Backend backend) {
  /**
   * {@return the logits at several points, from one pass}
   *
   * @param x the points
   */
  double[] logits(double... x) {
    try (Tape tape = Tape.on(backend)) {
      return logits(Columns.on(tape, x)).value().toDoubles();
    }
  }

  /**
   * {@return the logits on a tape, to be differentiated by x but not by the weights}
   *
   * @param x points [n, 1]
   * @shape [n, 1]
   */
  Var logits(Var x) {
    return network.forward(x, Pass.eval(x.tape()));
  }

  /**
   * {@return D = σ(logit) at several points}
   *
   * @param x the points
   */
  double[] probabilities(double... x) {
    double[] values = logits(x);
    for (int i = 0; i < values.length; i++) {
      values[i] = Activation.SIGMOID.apply(values[i]);
    }
    return values;
  }
}
