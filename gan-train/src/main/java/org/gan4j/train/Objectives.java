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
import org.gan4j.nn.AuxiliaryHead;
import org.gan4j.nn.LayerSpec;
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
  private final int classes;
  private final int[] labelValues;
  private final Optional<AuxiliaryHead> head;

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
    LayerSpec network = config.game().discriminator().network();
    classes = Math.max(network.classes(), config.game().generator().network().classes());
    labelValues = new int[classes == 0 ? 0 : config.training().batch()];
    head = network.auxiliaryHead();
  }

  /** The discriminator's loss, on the next batch of data. */
  DiscriminatorLoss discriminatorLoss(Tape tape) {
    data.batch(discriminator.updates(), realValues);
    if (classes > 0) {
      data.labels(discriminator.updates(), labelValues);
    }
    Optional<Var> labels = labels(tape);
    Pass generatorPass = heldFixed(generator, pass(tape, generator, "discriminator step"));
    Var fake = fakeBatch(latentBatch(tape, discriminator), generatorPass, labels);
    Var fakeInput = differentiatesBothPlayers ? fake : tape.watch(fake.value());
    Var realInput = tape.watch(realBatch());
    Pass pass = pass(tape, discriminator, "step");
    DiscriminatorScores scores =
        new DiscriminatorScores(discriminator.network(), pass, realInput, fakeInput, labels);
    Critic critic = new TrainedCritic(discriminator.network(), labelled(pass, labels));
    Var loss = config.game().loss().discriminator(scores);
    Optional<Var> penalties =
        config.game().penalties().stream()
            .map(penalty -> penalty.penalty(critic, scores, draws(penalty)))
            .reduce(Var::add);
    Var value =
        withAuxiliary(
            penalties.map(loss::add).orElse(loss),
            labels.flatMap(l -> scores.crossEntropy(l, learnsFromFake())));
    return new DiscriminatorLoss(value, scores);
  }

  private Var fakeBatch(Var latent, Pass pass, Optional<Var> labels) {
    return generator.network().forward(latent, labelled(pass, labels));
  }

  /** The labels of the batch of data, which are those of the fake batch too. */
  private Optional<Var> labels(Tape tape) {
    return classes == 0 ? Optional.empty() : Optional.of(Labels.oneHot(tape, labelValues, classes));
  }

  private static Pass labelled(Pass pass, Optional<Var> labels) {
    return labels.map(pass::labelled).orElse(pass);
  }

  private boolean learnsFromFake() {
    return head.map(AuxiliaryHead::learnsFromFake).orElse(false);
  }

  private Var withAuxiliary(Var loss, Optional<Var> crossEntropy) {
    double weight = head.map(AuxiliaryHead::weight).orElse(0.0);
    return crossEntropy.map(c -> loss.add(c.multiply(weight))).orElse(loss);
  }

  private Rng draws(CriticPenalty penalty) {
    String update = Long.toString(discriminator.updates());
    return rng.child("penalty").child(penalty.name()).child(update);
  }

  /** The generator's loss, on the batch of data that the discriminator used last. */
  Var generatorLoss(Tape tape) {
    Optional<Var> labels = labels(tape);
    Pass pass = pass(tape, generator, "generator step");
    Var fakeInput = fakeBatch(latentBatch(tape, generator), pass, labels);
    Var realInput = tape.constant(realBatch());
    Pass discriminatorPass = heldFixed(discriminator, pass(tape, discriminator, "generator step"));
    GeneratorScores scores =
        new GeneratorScores(
            discriminator.network(), labelled(discriminatorPass, labels), realInput, fakeInput);
    Var loss = config.game().loss().generator(scores);
    return withAuxiliary(loss, labels.flatMap(scores::crossEntropy));
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
