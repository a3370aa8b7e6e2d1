package org.gan4j.train;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.Critic;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * The discriminator as penalties evaluate it. Its parameters are differentiated, but its running
 * statistics do not change: they describe real and generated samples, not points between them.
 */
final class TrainedCritic implements Critic {
  private final Layer discriminator;
  private final Pass pass;
  private int calls;

  TrainedCritic(Layer discriminator, Pass pass) {
    this.discriminator = discriminator;
    this.pass = withoutStatistics(discriminator, pass);
  }

  /** The pass with the parameters to differentiate by, but with fixed running statistics. */
  static Pass withoutStatistics(Layer network, Pass pass) {
    Map<Parameter, Var> learned = new HashMap<>();
    network.parameters().forEach(p -> learned.put(p, pass.use(p)));
    return pass.frozen().replacing(learned);
  }

  @Override
  public Var score(Var input) {
    return DiscriminatorOutput.of(discriminator, input, pass.at("penalty" + calls++)).logits();
  }
}
