package org.gan4j.theory.rows.trained;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * A critic's logits, converted to estimates of log p/q. Not differentiable.
 *
 * @param network maps [n, 1] to logits [n, 1]
 * @param logRatio from a logit to log p/q
 */
record Decoded(Layer network, DoubleUnaryOperator logRatio) implements Layer {
  @Override
  public Var forward(Var x, Pass pass) {
    double[] logits = network.forward(x, pass).value().toDoubles();
    return Columns.on(x.tape(), Arrays.stream(logits).map(logRatio).toArray());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
