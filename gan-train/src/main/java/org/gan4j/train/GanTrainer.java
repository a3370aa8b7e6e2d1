package org.gan4j.train;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Scores;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;
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
  private final BatchSource data;
  private final Rng rng;
  private final Layer generator;
  private final Layer discriminator;
  private final Updater generatorUpdater;
  private final Updater discriminatorUpdater;
  private final Optional<AveragedNetwork> averaged;
  private final float[] realValues;
  private final float[] latentValues;
  private final Shape realShape;
  private final Shape latentShape;

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
    this.data = data;
    this.rng = Rng.ofSeed(config.seed());
    Shape latent = Shape.of(config.latent());
    Wiring.check(config, data.sampleShape());
    generator = config.generator().network().build(latent, rng.child("generator"), backend);
    discriminator =
        config
            .discriminator()
            .network()
            .build(data.sampleShape(), rng.child("discriminator"), backend);
    generatorUpdater = config.generator().optimizer().bind(generator.parameters(), backend);
    discriminatorUpdater =
        config.discriminator().optimizer().bind(discriminator.parameters(), backend);
    requireJointLookAhead();
    averaged = averaged(latent);
    realShape = data.sampleShape().batch(config.batch());
    latentShape = latent.batch(config.batch());
    realValues = new float[Math.toIntExact(realShape.size())];
    latentValues = new float[Math.toIntExact(latentShape.size())];
  }

  private void requireJointLookAhead() {
    boolean any = generatorUpdater.extrapolates() || discriminatorUpdater.extrapolates();
    if (any && config.updates() != UpdateOrder.SIMULTANEOUS) {
      throw new IllegalArgumentException(
          "config: expected updates "
              + UpdateOrder.SIMULTANEOUS
              + " with an extra-gradient optimizer, got "
              + config.updates());
    }
  }

  private Optional<AveragedNetwork> averaged(Shape latent) {
    Map<Parameter, State> averages = generatorUpdater.averages();
    if (averages.isEmpty()) {
      return Optional.empty();
    }
    Layer copy = config.generator().network().build(latent, rng.child("generator"), backend);
    return Optional.of(new AveragedNetwork(generator, copy, averages, backend));
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
    return generator;
  }

  /** {@return the discriminator network} */
  public Layer discriminator() {
    return discriminator;
  }

  /** {@return the generator's optimizer with its moments} */
  public Updater generatorUpdater() {
    return generatorUpdater;
  }

  /** {@return the discriminator's optimizer with its moments} */
  public Updater discriminatorUpdater() {
    return discriminatorUpdater;
  }

  /** {@return the number of generator updates so far} */
  public long steps() {
    return generatorUpdater.updates();
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
    DiscriminatorMeasure d = null;
    for (int i = 0; i < config.discriminatorSteps(); i++) {
      try (Tape tape = backend.tape()) {
        d = discriminatorGradients(tape);
        update(discriminatorUpdater, discriminator, d.gradients(), steps() + 1);
      }
    }
    try (Tape tape = backend.tape()) {
      Measure g = generatorGradients(tape);
      update(generatorUpdater, generator, g.gradients(), steps() + 1);
      return report(d, g);
    }
  }

  private StepReport simultaneous() {
    lookAhead();
    try (Tape outer = backend.tape();
        Tape inner = backend.tape()) {
      DiscriminatorMeasure d = discriminatorGradients(outer);
      Measure g = generatorGradients(inner);
      long step = steps() + 1;
      update(discriminatorUpdater, discriminator, d.gradients(), step);
      update(generatorUpdater, generator, g.gradients(), step);
      return report(d, g);
    }
  }

  /**
   * Moves the players whose optimizers want it, both from the same point and on the step's batch.
   */
  private void lookAhead() {
    if (!generatorUpdater.extrapolates() && !discriminatorUpdater.extrapolates()) {
      return;
    }
    try (Tape outer = backend.tape();
        Tape inner = backend.tape()) {
      Gradients d = discriminatorGradients(outer).gradients();
      Gradients g = generatorGradients(inner).gradients();
      discriminatorUpdater.extrapolate(d);
      generatorUpdater.extrapolate(g);
    }
  }

  private record Measure(Gradients gradients, double loss, double norm) {}

  private record DiscriminatorMeasure(
      Gradients gradients, double loss, double norm, double meanReal, double meanFake) {}

  private DiscriminatorMeasure discriminatorGradients(Tape tape) {
    data.batch(discriminatorUpdater.updates(), realValues);
    Pass generating = pass(tape, "generator", "discriminator step").frozen();
    Var latent = latentBatch(tape, "discriminator", discriminatorUpdater);
    Var fakeInput = tape.watch(generator.forward(latent, generating).value());
    Var realInput = tape.watch(backend.tensor(realShape, config.dtype(), realValues));
    Pass pass = pass(tape, "discriminator", "step");
    Scores scores = new DiscriminatorScores(discriminator, pass, realInput, fakeInput);
    Var objective = config.loss().discriminator(scores);
    if (!config.penalties().isEmpty()) {
      objective = objective.add(penalties(scores, new TrainedCritic(discriminator, pass)));
    }
    Measure measure = measure(tape, objective, "discriminator", discriminator);
    return new DiscriminatorMeasure(
        measure.gradients(),
        measure.loss(),
        measure.norm(),
        meanProbability(scores.real()),
        meanProbability(scores.fake()));
  }

  private Var penalties(Scores scores, Critic critic) {
    String update = Long.toString(discriminatorUpdater.updates());
    return config.penalties().stream()
        .map(
            penalty -> {
              Rng draws = rng.child("penalty").child(penalty.name()).child(update);
              return penalty.penalty(critic, scores, draws);
            })
        .reduce(Var::add)
        .orElseThrow();
  }

  private Measure generatorGradients(Tape tape) {
    Var fakeInput =
        generator.forward(
            latentBatch(tape, "generator", generatorUpdater),
            pass(tape, "generator", "generator step"));
    Var realInput = tape.constant(backend.tensor(realShape, config.dtype(), realValues));
    Pass judging = pass(tape, "discriminator", "generator step").frozen();
    Scores scores = new GeneratorScores(discriminator, judging, realInput, fakeInput);
    return measure(tape, config.loss().generator(scores), "generator", generator);
  }

  private Measure measure(Tape tape, Var loss, String name, Layer network) {
    double value = loss.item();
    if (!Double.isFinite(value)) {
      throw new DivergedException(steps() + 1, name + " loss");
    }
    Gradients gradients = tape.backward(loss);
    double squares = 0;
    for (Parameter parameter : network.parameters()) {
      double sum = backend.sumOfSquares(gradients.of(parameter));
      requireFinite(sum, "gradient of ", parameter, steps() + 1);
      squares += sum;
    }
    return new Measure(gradients, value, Math.sqrt(squares));
  }

  private void update(Updater updater, Layer network, Gradients gradients, long step) {
    updater.update(gradients);
    for (Parameter parameter : network.parameters()) {
      requireFinite(backend.sumOfSquares(parameter.value()), "parameter ", parameter, step);
    }
  }

  private static void requireFinite(double squares, String what, Parameter parameter, long step) {
    if (!Double.isFinite(squares)) {
      throw new DivergedException(step, what + parameter.name());
    }
  }

  private StepReport report(DiscriminatorMeasure d, Measure g) {
    return new StepReport(
        steps(), d.loss(), g.loss(), d.meanReal(), d.meanFake(), d.norm(), g.norm());
  }

  private Pass pass(Tape tape, String network, String site) {
    return Pass.train(tape, rng.child(network), site, updates());
  }

  /** Every update of either network draws anew. */
  private long updates() {
    return generatorUpdater.updates() + discriminatorUpdater.updates();
  }

  private Var latentBatch(Tape tape, String player, Updater updater) {
    RandomGenerator draws = rng.child("latent").stream(player).at(updater.updates());
    for (int i = 0; i < latentValues.length; i++) {
      latentValues[i] = (float) draws.nextGaussian();
    }
    return tape.constant(backend.tensor(latentShape, config.dtype(), latentValues));
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
    return averaged.map(AveragedNetwork::refreshed).orElse(generator);
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
