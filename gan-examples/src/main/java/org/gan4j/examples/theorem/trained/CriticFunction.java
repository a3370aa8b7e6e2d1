package org.gan4j.examples.theorem.trained;

import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * A discriminator of numbers as the function x to logit, as its network is now.
 *
 * @param network maps [n, 1] to logits [n, 1]
 * @param backend where it lives
 */
record CriticFunction(Layer network, Backend backend) implements DoubleUnaryOperator {
  @Override
  public double applyAsDouble(double x) {
    return logits(x)[0];
  }

  /**
   * {@return the logits of many points in one pass}
   *
   * @param x the points
   */
  double[] logits(double... x) {
    try (Tape tape = backend.tape()) {
      Var points = tape.constant(backend.tensor(Shape.of(x.length, 1), backend.dtype(), x));
      return network.forward(points, Pass.eval(tape)).value().toDoubles();
    }
  }
}
