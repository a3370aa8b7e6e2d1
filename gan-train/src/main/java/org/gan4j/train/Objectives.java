package org.gan4j.train;

import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.BatchSource;
import org.gan4j.losses.Critic;
import org.gan4j.losses.Scores;
import org.gan4j.nn.Pass;

/**
 * What each player minimises in its next update, on the update's batch and draws. It is a function
 * of the player's own parameters, and of its opponent's too where consensus wants it.
 */
final class Objectives {
  private final GanConfig config;
  private final BatchSource data;
  private final Backend backend;
  private final Rng rng;
  private final Contestant generator;
  private final Contestant discriminator;
  private final Shape realShape;
  private final Shape latentShape;
  private final float[] realValues;
  private final float[] latentValues;

  Objectives(
      GanConfig config,
      BatchSource data,
      Backend backend,
      Contestant generator,
      Contestant discriminator) {
    this.config = config;
    this.data = data;
    this.backend = backend;
    this.rng = Rng.ofSeed(config.seed());
    this.generator = generator;
    this.discriminator = discriminator;
    realShape = data.sampleShape().batch(config.batch());
    latentShape = Shape.of(config.latent()).batch(config.batch());
    realValues = new float[Math.toIntExact(realShape.size())];
    latentValues = new float[Math.toIntExact(latentShape.size())];
  }

  /**
   * What the discriminator minimises.
   *
   * @param objective its loss with the penalties, a scalar
   * @param scores the logits it is of
   */
  record Judgement(Var objective, Scores scores) {}

  /** The discriminator's, on the next batch of data. */
  Judgement judging(Tape tape) {
    data.batch(discriminator.updates(), realValues);
    Pass generating = opponent(generator, pass(tape, generator, "discriminator step"));
    Var made = generator.network().forward(latentBatch(tape, discriminator), generating);
    Var fakeInput = config.consensus().regularises() ? made : tape.watch(made.value());
    Var realInput = tape.watch(backend.tensor(realShape, config.dtype(), realValues));
    Pass pass = pass(tape, discriminator, "step");
    Scores scores = new DiscriminatorScores(discriminator.network(), pass, realInput, fakeInput);
    Var objective = config.loss().discriminator(scores);
    if (!config.penalties().isEmpty()) {
      objective =
          objective.add(penalties(scores, new TrainedCritic(discriminator.network(), pass)));
    }
    return new Judgement(objective, scores);
  }

  private Var penalties(Scores scores, Critic critic) {
    String update = Long.toString(discriminator.updates());
    return config.penalties().stream()
        .map(
            penalty -> {
              Rng draws = rng.child("penalty").child(penalty.name()).child(update);
              return penalty.penalty(critic, scores, draws);
            })
        .reduce(Var::add)
        .orElseThrow();
  }

  /** The generator's, on the batch of data that the discriminator had last. */
  Var generating(Tape tape) {
    Var fakeInput =
        generator
            .network()
            .forward(latentBatch(tape, generator), pass(tape, generator, "generator step"));
    Var realInput = tape.constant(backend.tensor(realShape, config.dtype(), realValues));
    Pass judging = opponent(discriminator, pass(tape, discriminator, "generator step"));
    return config
        .loss()
        .generator(new GeneratorScores(discriminator.network(), judging, realInput, fakeInput));
  }

  /** The other player's statistics stay as they are, and so do its parameters but for consensus. */
  private Pass opponent(Contestant other, Pass pass) {
    return config.consensus().regularises()
        ? TrainedCritic.steady(other.network(), pass)
        : pass.frozen();
  }

  /** Every update of either network draws anew. */
  private Pass pass(Tape tape, Contestant network, String site) {
    long updates = generator.updates() + discriminator.updates();
    return Pass.train(tape, rng.child(network.name()), site, updates);
  }

  private Var latentBatch(Tape tape, Contestant player) {
    RandomGenerator draws = rng.child("latent").stream(player.name()).at(player.updates());
    for (int i = 0; i < latentValues.length; i++) {
      latentValues[i] = (float) draws.nextGaussian();
    }
    return tape.constant(backend.tensor(latentShape, config.dtype(), latentValues));
  }
}
