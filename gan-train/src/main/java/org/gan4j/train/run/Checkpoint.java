package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.io.safetensors.SafetensorsException;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.io.safetensors.SavedStates;
import org.gan4j.nn.Layer;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.optim.Updater;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.config.ConfigDifference;
import org.gan4j.train.config.ConfigJson;

/**
 * The state of a trainer as a safetensors file: parameters and running statistics under their
 * names, optimizer moments under names such as {@code generator/dense-0/weight/adam.m}; the config,
 * the numbers of updates and the {@link Fingerprint} of the machine are in the metadata.
 *
 * @param file the content
 * @param where the origin of the content, for messages
 */
public record Checkpoint(SafetensorsFile file, String where) {
  private static final String CONFIG = "config";
  private static final String GENERATOR_UPDATES = "generator_updates";
  private static final String DISCRIMINATOR_UPDATES = "discriminator_updates";
  private static final String FINGERPRINT = "fingerprint";
  private static final String ADVICE = "use a checkpoint that GAN4J wrote for this config";

  /**
   * Copies the state of a trainer.
   *
   * @param trainer between two steps
   * @return the checkpoint
   */
  public static Checkpoint of(GanTrainer trainer) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(CONFIG, ConfigJson.write(trainer.config()));
    metadata.put(GENERATOR_UPDATES, Long.toString(trainer.steps()));
    metadata.put(DISCRIMINATOR_UPDATES, Long.toString(trainer.discriminatorUpdates()));
    metadata.put(FINGERPRINT, Fingerprint.of(trainer.config().compute()).json());
    return new Checkpoint(
        new SafetensorsFile(SavedStates.copy(trainer.states()), metadata), "memory");
  }

  /**
   * Reads a checkpoint.
   *
   * @param path a safetensors file
   * @return the checkpoint, with the checksum verified
   * @throws IOException if the file cannot be read or is damaged
   */
  public static Checkpoint read(Path path) throws IOException {
    return new Checkpoint(SafetensorsFile.read(path), path.toString());
  }

  /**
   * Writes the file. An existing file is replaced only once the new one is complete.
   *
   * @param path where
   * @throws IOException if it cannot be written
   */
  public void write(Path path) throws IOException {
    file.write(path);
  }

  /**
   * Returns the config of the run.
   *
   * @return the config
   * @throws IOException if there is no config or it is not valid
   */
  public GanConfig config() throws IOException {
    return ConfigJson.parse(metadata(CONFIG), where);
  }

  /**
   * {@return the number of generator updates}
   *
   * @throws SafetensorsException if the metadata does not contain it
   */
  public long steps() throws SafetensorsException {
    return count(GENERATOR_UPDATES);
  }

  /**
   * {@return where the state was computed}
   *
   * @throws SafetensorsException if the metadata does not contain it
   */
  public Fingerprint fingerprint() throws SafetensorsException {
    String text = metadata(FINGERPRINT);
    return Fingerprint.parse(text)
        .orElseThrow(() -> unsound("an object of strings as metadata '" + FINGERPRINT + "'", text));
  }

  /** Refuses a file that was given the name of another step. */
  void requireStep(long expected) throws SafetensorsException {
    if (steps() != expected) {
      throw unsound("the state of step " + expected + ", as its name says", "step " + steps());
    }
  }

  /**
   * Restores the state into a trainer of the same config. The number of steps and the compute
   * settings may differ; a schedule over a share of the run then follows the trainer's number of
   * steps.
   *
   * @param trainer the trainer to overwrite
   * @param backend the trainer's backend
   * @throws IOException if the config differs, or if a tensor is missing or does not fit; the
   *     trainer is then unchanged
   */
  public void restore(GanTrainer trainer, Backend backend) throws IOException {
    long generatorUpdates = count(GENERATOR_UPDATES);
    long discriminatorUpdates = count(DISCRIMINATOR_UPDATES);
    requireSameRun(trainer.config());
    SavedStates.restore(file, where, ADVICE, trainer.states(), backend);
    trainer.resumeAt(generatorUpdates, discriminatorUpdates);
  }

  /** Refuses a config that differs in more than the number of steps and the compute settings. */
  void requireSameRun(GanConfig expected) throws IOException {
    GanConfig saved = config();
    GanConfig comparable =
        saved.withSteps(expected.training().steps()).withCompute(expected.compute());
    Optional<ConfigDifference> difference = ConfigDifference.first(expected, comparable);
    if (difference.isPresent()) {
      ConfigDifference found = difference.get();
      throw unsound(
          String.format(
              Locale.ROOT,
              "a checkpoint of this config, with %s %s",
              found.setting(),
              found.expected()),
          String.valueOf(found.got()));
    }
  }

  /**
   * Builds only the generator, for sampling.
   *
   * @param backend where to compute; it must have the config's element type
   * @return the network with this checkpoint's parameters: the averages if the run's optimizer
   *     keeps them
   * @throws IOException if a tensor is missing or does not fit
   */
  public Layer generator(Backend backend) throws IOException {
    return generator(backend, config().game().generator().optimizer().keepsAverages());
  }

  /**
   * Builds only the generator, with the averaged parameters or the last ones.
   *
   * @param backend where to compute; it must have the config's element type
   * @param averaged whether to use the averages, which the run's optimizer then must keep
   * @return the network with this checkpoint's parameters
   * @throws IOException if a tensor is missing or does not fit
   */
  public Layer generator(Backend backend, boolean averaged) throws IOException {
    GanConfig config = config();
    LayerSpec network = config.game().generator().network();
    Shape latent = Shape.of(config.game().latent());
    requireAsManyNumbers(network.parameterCount(latent));
    Layer generator = network.build(latent, Rng.ofSeed(config.seed()).child("generator"), backend);
    Map<String, State> states = new LinkedHashMap<>();
    for (Parameter parameter : generator.parameters()) {
      String name = parameter.name();
      states.put(averaged ? Updater.averageName(name) : name, parameter.state());
    }
    states.putAll(generator.buffers());
    SavedStates.restore(file, where, ADVICE, states, backend);
    return generator;
  }

  /** A config that asks for more than the file has would ask for memory too. */
  private void requireAsManyNumbers(long parameters) throws SafetensorsException {
    long numbers = file.tensors().values().stream().mapToLong(t -> t.shape().size()).sum();
    if (parameters > numbers) {
      throw unsound(
          "a generator of " + parameters + " parameters, as its config says",
          numbers + " numbers in all");
    }
  }

  private long count(String key) throws SafetensorsException {
    String text = metadata(key);
    try {
      long count = Long.parseLong(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw unsound("a number of updates >= 0 as metadata '" + key + "'", "'" + text + "'");
  }

  private String metadata(String key) throws SafetensorsException {
    String value = file.metadata().get(key);
    if (value == null) {
      throw unsound("metadata '" + key + "'", "none");
    }
    return value;
  }

  private SafetensorsException unsound(String expected, String got) {
    return new SafetensorsException(where, expected, got, ADVICE);
  }
}
