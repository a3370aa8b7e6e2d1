package org.gan4j.train;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.Tensor;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.BatchSource;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.Scores;
import org.gan4j.nn.Pass;

/**
 * What each player minimises in its next update, on the batch and the draws of that update. A loss
 * is a function of the player's own parameters, and of the other player's too if the order of
 * updates differentiates by both.
 */
final class Objectives {
  private final GanConfig config;
  private final BatchSource data;
  private final Backend backend;
  private final Rng rng;
  private final PlayerState generator;
  private final PlayerState discriminator;
  private final boolean differentiatesBothPlayers;
  private final Shape realShape;
  private final Shape latentShape;
  private final float[] realValues;
  private final float[] latentValues;

  Objectives(
      GanConfig config,
      BatchSource data,
      Backend backend,
      PlayerState generator,
      PlayerState discriminator) {
    this.config = config;
    this.data = data;
    this.backend = backend;
    this.rng = Rng.ofSeed(config.seed());
    this.generator = generator;
    this.discriminator = discriminator;
    differentiatesBothPlayers = config.training().updates().differentiatesBothPlayers();
    realShape = data.sampleShape().batch(config.training().batch());
    latentShape = Shape.of(config.game().latent()).batch(config.training().batch());
    realValues = new float[realShape.length()];
    latentValues = new float[latentShape.length()];
  }

  /** The discriminator's loss, on the next batch of data. */
  DiscriminatorLoss discriminatorLoss(Tape tape) {
    data.batch(discriminator.updates(), realValues);
    Pass generatorPass = heldFixed(generator, pass(tape, generator, "discriminator step"));
    Var fake = generator.network().forward(latentBatch(tape, discriminator), generatorPass);
    Var fakeInput = differentiatesBothPlayers ? fake : tape.watch(fake.value());
    Var realInput = tape.watch(realBatch());
    Pass pass = pass(tape, discriminator, "step");
    Scores scores = new DiscriminatorScores(discriminator.network(), pass, realInput, fakeInput);
    Critic critic = new TrainedCritic(discriminator.network(), pass);
    Var loss = config.game().loss().discriminator(scores);
    Optional<Var> penalties =
        config.game().penalties().stream()
            .map(penalty -> penalty.penalty(critic, scores, draws(penalty)))
            .reduce(Var::add);
    return new DiscriminatorLoss(penalties.map(loss::add).orElse(loss), scores);
  }

  private Rng draws(CriticPenalty penalty) {
    String update = Long.toString(discriminator.updates());
    return rng.child("penalty").child(penalty.name()).child(update);
  }

  /** The generator's loss, on the batch of data that the discriminator used last. */
  Var generatorLoss(Tape tape) {
    Pass pass = pass(tape, generator, "generator step");
    Var fakeInput = generator.network().forward(latentBatch(tape, generator), pass);
    Var realInput = tape.constant(realBatch());
    Pass discriminatorPass = heldFixed(discriminator, pass(tape, discriminator, "generator step"));
    return config
        .game()
        .loss()
        .generator(
            new GeneratorScores(discriminator.network(), discriminatorPass, realInput, fakeInput));
  }

  /**
   * The pass of a network that this update does not change: its running statistics stay as they
   * are, and its parameters are constants unless the order of updates differentiates by them.
   */
  private Pass heldFixed(PlayerState player, Pass pass) {
    return differentiatesBothPlayers
        ? TrainedCritic.withoutStatistics(player.network(), pass)
        : pass.frozen();
  }

  /** Fresh draws for every update of either network. */
  private Pass pass(Tape tape, PlayerState player, String site) {
    long updates = generator.updates() + discriminator.updates();
    return Pass.train(tape, rng.child(player.name()), site, updates);
  }

  private Tensor realBatch() {
    return backend.tensor(realShape, config.compute().dtype(), realValues);
  }

  private Var latentBatch(Tape tape, PlayerState player) {
    RandomGenerator draws = rng.child("latent").stream(player.name()).at(player.updates());
    for (int i = 0; i < latentValues.length; i++) {
      latentValues[i] = (float) draws.nextGaussian();
    }
    return tape.constant(backend.tensor(latentShape, config.compute().dtype(), latentValues));
  }
}
