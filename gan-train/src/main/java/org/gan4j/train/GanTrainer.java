package org.gan4j.train;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.nn.Layer;
import org.gan4j.nn.optim.Updater;

/**
 * Trains a generator against a discriminator by minibatch gradient steps on a {@link GanLoss}; each
 * {@link CriticPenalty} of the config is added to what the discriminator minimises.
 *
 * <p>Belongs to the backend's thread. Every draw is a pure function of the seed and the count of
 * updates, so two runs of one config give equal parameters, bit for bit.
 *
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Algorithm 1
 */
public final class GanTrainer {
  private final GanConfig config;
  private final Backend backend;
  private final Contestant generator;
  private final Contestant discriminator;
  private final Objectives objectives;
  private final Optional<AveragedNetwork> averaged;

  /**
   * Builds both networks with fresh parameters.
   *
   * @param config the run
   * @param data its batches
   * @param backend where to compute; its element type is that of the config
   * @throws IllegalArgumentException if the networks do not fit the data or each other
   */
  public GanTrainer(GanConfig config, BatchSource data, Backend backend) {
    this.config = config;
    this.backend = backend;
    Wiring.check(config, data.sampleShape());
    generator = contestant("generator", config.generator(), Shape.of(config.latent()));
    discriminator = contestant("discriminator", config.discriminator(), data.sampleShape());
    requireJointLookAhead();
    averaged = averaged();
    objectives = new Objectives(config, data, backend, generator, discriminator);
  }

  private Contestant contestant(String name, Player player, Shape input) {
    Layer network = built(name, player, input);
    return new Contestant(
        name, network, Updater.of(player.optimizer(), network.parameters(), backend));
  }

  private Layer built(String name, Player player, Shape input) {
    return player.network().build(input, Rng.ofSeed(config.seed()).child(name), backend);
  }

  private void requireJointLookAhead() {
    if (looksAhead() && config.updates() != UpdateOrder.SIMULTANEOUS) {
      throw new IllegalArgumentException(
          "config: expected updates "
              + UpdateOrder.SIMULTANEOUS
              + " with an extra-gradient optimizer, got "
              + config.updates());
    }
  }

  private boolean looksAhead() {
    return generator.updater().extrapolates() || discriminator.updater().extrapolates();
  }

  private Optional<AveragedNetwork> averaged() {
    Map<Parameter, State> averages = generator.updater().averages();
    if (averages.isEmpty()) {
      return Optional.empty();
    }
    Layer copy = built(generator.name(), config.generator(), Shape.of(config.latent()));
    return Optional.of(new AveragedNetwork(generator.network(), copy, averages, backend));
  }

  /**
   * Opens the config's data and builds both networks with fresh parameters.
   *
   * @param config the run
   * @param backend where to compute; its element type is that of the config
   * @return the trainer
   * @throws IOException if the data cannot be read
   * @throws IllegalArgumentException if the networks do not fit the data or each other
   */
  public static GanTrainer open(GanConfig config, Backend backend) throws IOException {
    RngStream order = Rng.ofSeed(config.seed()).stream("data");
    return new GanTrainer(config, config.data().open(order), backend);
  }

  /** {@return the run's config} */
  public GanConfig config() {
    return config;
  }

  /** {@return the generator network} */
  public Layer generator() {
    return generator.network();
  }

  /** {@return the discriminator network} */
  public Layer discriminator() {
    return discriminator.network();
  }

  /** {@return the generator's optimizer with its moments} */
  public Updater generatorUpdater() {
    return generator.updater();
  }

  /** {@return the discriminator's optimizer with its moments} */
  public Updater discriminatorUpdater() {
    return discriminator.updater();
  }

  /** {@return the number of generator updates so far} */
  public long steps() {
    return generatorUpdates();
  }

  /** {@return the number of generator updates so far} */
  public long generatorUpdates() {
    return generator.updates();
  }

  /** {@return the number of discriminator updates so far} */
  public long discriminatorUpdates() {
    return discriminator.updates();
  }

  /**
   * Continues a run whose parameters and states were put back.
   *
   * @param generatorUpdates how many generator updates were made before
   * @param discriminatorUpdates how many discriminator updates were made before
   */
  public void resumeAt(long generatorUpdates, long discriminatorUpdates) {
    generator.resumeAt(generatorUpdates);
    discriminator.resumeAt(discriminatorUpdates);
  }

  /**
   * Trains until the config's number of steps is reached.
   *
   * @param listeners called after every step, in order
   * @throws DivergedException as soon as a loss, gradient or parameter is not finite
   * @throws IOException if a listener cannot write
   */
  public void train(List<TrainListener> listeners) throws IOException {
    while (steps() < config.steps() && !Thread.currentThread().isInterrupted()) {
      StepReport report = step();
      for (TrainListener listener : listeners) {
        listener.stepped(report, this);
      }
    }
  }

  /**
   * Makes one step: the config's number of discriminator updates and one generator update.
   *
   * @return what it measured
   * @throws DivergedException as soon as a loss, gradient or parameter is not finite
   */
  public StepReport step() {
    return config.updates() == UpdateOrder.ALTERNATING ? alternating() : simultaneous();
  }

  private StepReport alternating() {
    JudgeMeasure d = null;
    for (int i = 0; i < config.discriminatorSteps(); i++) {
      try (Tape tape = Tape.on(backend)) {
        d = discriminatorGradients(tape);
        update(discriminator, d.own(), steps() + 1);
      }
    }
    try (Tape tape = Tape.on(backend)) {
      Measure g = generatorGradients(tape);
      update(generator, g, steps() + 1);
      return report(d, g);
    }
  }

  private StepReport simultaneous() {
    lookAhead();
    try (Tape outer = Tape.on(backend);
        Tape inner = Tape.on(backend)) {
      Moves moves = moves(outer, inner);
      long step = steps() + 1;
      update(discriminator, moves.d().own(), step);
      update(generator, moves.g(), step);
      return report(moves.d(), moves.g());
    }
  }

  /**
   * Moves the players whose optimizers want it, both from the same point and on the step's batch.
   */
  private void lookAhead() {
    if (!looksAhead()) {
      return;
    }
    try (Tape outer = Tape.on(backend);
        Tape inner = Tape.on(backend)) {
      Moves moves = moves(outer, inner);
      discriminator.extrapolate(moves.d().own().gradients());
      generator.extrapolate(moves.g().gradients());
    }
  }

  private record Measure(Gradients gradients, double loss, double norm) {}

  private record JudgeMeasure(Measure own, double meanReal, double meanFake) {}

  /** Where both players go from one point. */
  private record Moves(JudgeMeasure d, Measure g) {}

  /** Each player's gradient on a tape of its own, unless consensus differentiates by both. */
  private Moves moves(Tape outer, Tape inner) {
    return config.consensus().regularises()
        ? regularised(outer)
        : new Moves(discriminatorGradients(outer), generatorGradients(inner));
  }

  private Moves regularised(Tape tape) {
    Objectives.Judgement judgement = objectives.judging(tape);
    Var generating = objectives.generating(tape);
    double judged = finite(judgement.objective(), discriminator);
    double generated = finite(generating, generator);
    Gradients both =
        config
            .consensus()
            .gradients(
                judgement.objective(),
                discriminator.network().parameters(),
                generating,
                generator.network().parameters());
    return new Moves(
        measure(judgement, measure(judged, both, discriminator)),
        measure(generated, both, generator));
  }

  private JudgeMeasure discriminatorGradients(Tape tape) {
    Objectives.Judgement judgement = objectives.judging(tape);
    return measure(judgement, measure(tape, judgement.objective(), discriminator));
  }

  private Measure generatorGradients(Tape tape) {
    return measure(tape, objectives.generating(tape), generator);
  }

  private static JudgeMeasure measure(Objectives.Judgement judgement, Measure own) {
    double meanReal = meanProbability(judgement.scores().real());
    return new JudgeMeasure(own, meanReal, meanProbability(judgement.scores().fake()));
  }

  private Measure measure(Tape tape, Var loss, Contestant player) {
    double value = finite(loss, player);
    return measure(value, tape.backward(loss), player);
  }

  private double finite(Var loss, Contestant player) {
    double value = loss.item();
    if (!Double.isFinite(value)) {
      throw new DivergedException(steps() + 1, player.name() + " loss");
    }
    return value;
  }

  private Measure measure(double loss, Gradients gradients, Contestant player) {
    double squares = 0;
    for (Parameter parameter : player.network().parameters()) {
      double sum = backend.sumOfSquares(gradients.of(parameter));
      requireFinite(sum, "gradient of ", parameter, steps() + 1);
      squares += sum;
    }
    return new Measure(gradients, loss, Math.sqrt(squares));
  }

  private void update(Contestant player, Measure measure, long step) {
    player.update(measure.gradients());
    for (Parameter parameter : player.network().parameters()) {
      requireFinite(backend.sumOfSquares(parameter.value()), "parameter ", parameter, step);
    }
  }

  private static void requireFinite(double squares, String what, Parameter parameter, long step) {
    if (!Double.isFinite(squares)) {
      throw new DivergedException(step, what + parameter.name());
    }
  }

  private StepReport report(JudgeMeasure d, Measure g) {
    Measure own = d.own();
    return new StepReport(
        steps(), own.loss(), g.loss(), d.meanReal(), d.meanFake(), own.norm(), g.norm());
  }

  private static double meanProbability(Var logits) {
    double sum = 0;
    float[] values = logits.value().toFloats();
    for (float logit : values) {
      sum += 1 / (1 + Math.exp(-logit));
    }
    return sum / values.length;
  }

  /**
   * {@return the generator to draw samples from: with averaged parameters if its optimizer keeps
   * averages, otherwise {@link #generator}; good until the next step}
   */
  public Layer samplingGenerator() {
    return averaged.map(AveragedNetwork::refreshed).orElse(generator.network());
  }

  /**
   * Draws samples from the generator as it is now, averaged if its optimizer keeps averages.
   *
   * @shape result [n, …sample], row-major
   * @param n how many
   * @param stream decides the latent draws
   * @return the samples
   */
  public float[] sample(int n, RngStream stream) {
    return new Sampler(config, samplingGenerator(), backend).sample(n, stream);
  }
}
