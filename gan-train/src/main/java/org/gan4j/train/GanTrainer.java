package org.gan4j.train;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
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
 * Trains a generator against a discriminator by minibatch gradient steps on a {@link GanLoss}. Each
 * {@link CriticPenalty} of the config is added to what the discriminator minimises.
 *
 * <p>Call it from the backend's thread only. Every draw is a pure function of the seed and the
 * number of updates, so two runs of one config give the same parameters, bit for bit.
 *
 * @paper Goodfellow et al. 2014, arXiv:1406.2661, Algorithm 1
 */
public final class GanTrainer {
  private final GanConfig config;
  private final BatchSource data;
  private final Backend backend;
  private final PlayerState generator;
  private final PlayerState discriminator;
  private final Players players;
  private final Optional<AveragedNetwork> averaged;

  /**
   * Builds both networks with fresh parameters.
   *
   * @param config the run
   * @param data the source of batches
   * @param backend where to compute; it must have the config's element type
   * @throws IllegalArgumentException if the networks do not fit the data or each other, or the
   *     optimizers do not fit the order of updates
   */
  public GanTrainer(GanConfig config, BatchSource data, Backend backend) {
    this.config = config;
    this.data = data;
    this.backend = backend;
    Wiring.check(config, data);
    Training training = config.training();
    generator = player("generator", config.game().generator(), latentShape(), training.steps());
    discriminator =
        player(
            "discriminator",
            config.game().discriminator(),
            data.sampleShape(),
            training.discriminatorUpdates());
    Objectives objectives = new Objectives(config, data, backend, generator, discriminator);
    players = new Players(backend, objectives, generator, discriminator);
    requireLookAhead();
    averaged = averaged();
  }

  /** {@return the source of batches} */
  public BatchSource data() {
    return data;
  }

  private Shape latentShape() {
    return Shape.of(config.game().latent());
  }

  private PlayerState player(String name, Player player, Shape input, long updates) {
    Layer network = built(name, player, input);
    return new PlayerState(
        name, network, Updater.of(player.optimizer(), network.parameters(), backend, updates));
  }

  private Layer built(String name, Player player, Shape input) {
    return player.network().build(input, Rng.ofSeed(config.seed()).child(name), backend);
  }

  private void requireLookAhead() {
    UpdateOrder order = config.training().updates();
    if (players.looksAhead() && !order.looksAhead()) {
      throw new IllegalArgumentException(
          "config: expected an order of updates that looks ahead, such as simultaneous, with an"
              + " extra-gradient optimizer, got "
              + order.name());
    }
  }

  private Optional<AveragedNetwork> averaged() {
    Map<Parameter, State> averages = generator.updater().averages();
    if (averages.isEmpty()) {
      return Optional.empty();
    }
    Layer copy = built(generator.name(), config.game().generator(), latentShape());
    return Optional.of(new AveragedNetwork(generator.network(), copy, averages, backend));
  }

  /**
   * Opens the config's data and builds both networks with fresh parameters.
   *
   * @param config the run
   * @param backend where to compute; it must have the config's element type
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

  /** {@return the number of generator updates so far} */
  public long steps() {
    return generator.updates();
  }

  /** {@return the number of discriminator updates so far} */
  public long discriminatorUpdates() {
    return discriminator.updates();
  }

  /**
   * Sets the numbers of updates, to continue a run after its numbers were restored into {@link
   * #states}.
   *
   * @param generatorUpdates the number of generator updates so far
   * @param discriminatorUpdates the number of discriminator updates so far
   */
  public void resumeAt(long generatorUpdates, long discriminatorUpdates) {
    generator.resumeAt(generatorUpdates);
    discriminator.resumeAt(discriminatorUpdates);
  }

  /**
   * {@return every number that training changes, by name: parameters and running statistics under
   * their paths, optimizer moments under the path of their parameter}
   */
  public Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    for (PlayerState player : List.of(generator, discriminator)) {
      player.parameters().forEach(p -> states.put(p.name(), p.state()));
      states.putAll(player.network().buffers());
      states.putAll(player.updater().states());
    }
    return states;
  }

  /**
   * Trains until the config's number of steps is reached, or until the thread is interrupted.
   *
   * @param listeners called at the start and after every step, in order
   * @throws DivergedException as soon as a loss, gradient or parameter is not finite
   * @throws IOException if a listener cannot write
   */
  public void train(List<TrainListener> listeners) throws IOException {
    for (TrainListener listener : listeners) {
      listener.started(this);
    }
    while (steps() < config.training().steps() && !Thread.currentThread().isInterrupted()) {
      StepReport report = step();
      for (TrainListener listener : listeners) {
        listener.stepped(report, this);
      }
    }
  }

  /**
   * Trains for one step, in the config's order of updates.
   *
   * @return what it measured
   * @throws DivergedException if a loss, gradient or parameter is not finite
   * @throws IllegalStateException if the order does not update the discriminator as often as it
   *     declares
   */
  public StepReport step() {
    players.begin();
    UpdateOrder order = config.training().updates();
    long before = discriminator.updates();
    order.step(players);
    requireDeclared(order, discriminator.updates() - before);
    return players.report(steps());
  }

  /** The length of the discriminator's run, which its schedule depends on, follows from it. */
  private static void requireDeclared(UpdateOrder order, long updates) {
    if (updates != order.discriminatorUpdates()) {
      throw new IllegalStateException(
          order.name()
              + ": expected "
              + order.discriminatorUpdates()
              + " updates of the discriminator in a step, as discriminatorUpdates() declares, got "
              + updates);
    }
  }

  /**
   * {@return the generator to draw samples from: with averaged parameters if its optimizer keeps
   * averages, otherwise {@link #generator}; valid until the next step}
   */
  public Layer samplingGenerator() {
    return averaged.map(AveragedNetwork::refreshed).orElse(generator.network());
  }

  /**
   * Draws samples from the current generator, with averaged parameters if its optimizer keeps
   * averages.
   *
   * @shape result [n, …sample], row-major
   * @param n the number of samples
   * @param stream the source of the latent draws
   * @return the samples
   */
  public float[] sample(int n, RngStream stream) {
    return new Sampler(config, samplingGenerator(), backend).sample(n, stream);
  }

  /**
   * Draws one sample for each label, as {@link #sample(int, RngStream)} does.
   *
   * @shape result [n, …sample], row-major
   * @param labels the label of each sample
   * @param stream the source of the latent draws
   * @return the samples
   * @throws IllegalArgumentException if the generator takes no labels, or there is no such label
   */
  public float[] sample(int[] labels, RngStream stream) {
    return new Sampler(config, samplingGenerator(), backend).sample(labels, stream);
  }
}
