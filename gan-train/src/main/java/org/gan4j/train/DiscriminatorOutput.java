package org.gan4j.train;

import java.util.Optional;
import org.gan4j.core.autograd.Var;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * What the discriminator says of some samples.
 *
 * @shape logits [n, 1], classes [n, classes]
 * @param logits what losses and penalties see
 * @param classes the scores of its auxiliary head; empty if it has none
 */
record DiscriminatorOutput(Var logits, Optional<Var> classes) {
  static DiscriminatorOutput of(Layer discriminator, Var input, Pass pass) {
    Var output = discriminator.forward(input, pass);
    int columns = output.shape().dim(1);
    return columns == 1
        ? new DiscriminatorOutput(output, Optional.empty())
        : new DiscriminatorOutput(output.columns(0, 1), Optional.of(output.columns(1, columns)));
  }

  DiscriminatorOutput rows(int from, int to) {
    return new DiscriminatorOutput(logits.rows(from, to), classes.map(c -> c.rows(from, to)));
  }

  /** The mean cross-entropy of the auxiliary head against labels [n, classes], in nats. */
  Optional<Var> crossEntropy(Var labels) {
    return classes.map(c -> c.logSumExpRows().subtract(c.rowDots(labels)).mean());
  }
}
