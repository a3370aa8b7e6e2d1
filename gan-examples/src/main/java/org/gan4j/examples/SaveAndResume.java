package org.gan4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.penalty.R1;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.Player;
import org.gan4j.train.run.Checkpoint;

/**
 * Trains with a penalty, saves a checkpoint half way, restores it into a new trainer and continues:
 * both runs end with the same bits.
 */
public final class SaveAndResume {
  private SaveAndResume() {}

  /**
   * Trains twice.
   *
   * @param args the checkpoint's file; by default {@code half-way.safetensors}
   * @throws IOException if the checkpoint cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length == 0 ? "half-way.safetensors" : args[0]);
    GanConfig config = config();
    RngStream latents = Rng.ofSeed(1).stream("samples");

    float[] whole;
    try (Backend backend = config.compute().open()) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      trainer.train(
          List.of(
              (report, current) -> {
                if (report.step() == 200) {
                  Checkpoint.of(current).write(file);
                }
              }));
      whole = trainer.sample(1_000, latents);
    }

    float[] resumed;
    try (Backend backend = config.compute().open()) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      Checkpoint.read(file).restore(trainer, backend);
      System.out.println("read back at step " + trainer.steps());
      trainer.train(List.of());
      resumed = trainer.sample(1_000, latents);
    }
    System.out.println("the same samples, bit for bit: " + Arrays.equals(whole, resumed));
  }

  private static GanConfig config() {
    Activation leaky = Activation.leakyRelu(0.2);
    Sequential generator =
        Sequential.of(new Dense(64, Activation.RELU), new Dense(2, Activation.IDENTITY));
    Sequential discriminator =
        Sequential.of(
            new Dense(64, leaky), new Dense(64, leaky), new Dense(1, Activation.IDENTITY));
    Adam adam = new Adam(1e-3, 0.5, 0.99);
    return GanConfig.of(
            new Points(new Ring(8, 1.0, 0.02)),
            2,
            new NonSaturating(),
            new Player(generator, adam),
            new Player(discriminator, adam))
        .withPenalties(List.of(new R1(0.1)))
        .withSteps(400);
  }
}
