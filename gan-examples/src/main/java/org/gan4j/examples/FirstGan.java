package org.gan4j.examples;

import static org.gan4j.core.backend.Activation.IDENTITY;
import static org.gan4j.core.backend.Activation.RELU;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.RelativisticPaired;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.init.FanInUniform;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Ema;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.Player;
import org.gan4j.train.StepReport;
import org.gan4j.train.run.SamplePicture;

/** The GAN of the README: learns a ring of eight Gaussians and plots its samples. */
public final class FirstGan {
  private FirstGan() {}

  /**
   * Trains for less than a minute and writes {@code ring.png}.
   *
   * @param args the name of the picture; {@code ring.png} by default
   * @throws IOException if the picture cannot be written
   */
  public static void main(String[] args) throws IOException {
    Points data = new Points(new Ring(8, 1.0, 0.02));
    FanInUniform init = new FanInUniform();
    Activation leaky = Activation.leakyRelu(0.2);
    Sequential generator =
        Sequential.of(
            new Dense(128, RELU, init), new Dense(128, RELU, init), new Dense(2, IDENTITY, init));
    Sequential discriminator =
        Sequential.of(
            new Dense(128, leaky, init), new Dense(128, leaky, init), new Dense(1, IDENTITY, init));
    Adam adam = new Adam(2e-3, 0, 0.99, 1e-8, new Cosine(0)); // to 0 at the end of the run
    Player g = new Player(generator, new Ema(0.99, adam));
    Player d = new Player(discriminator, adam);
    GanConfig config =
        GanConfig.of(data, 2, new RelativisticPaired(), g, d)
            .withPenalties(List.of(new R1(1e-3), new R2(1e-3)))
            .withBatch(256);
    try (Backend backend = Backends.open("cpu")) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      trainer.train(List.of(FirstGan::print));
      float[] samples = trainer.sample(2_000, Rng.ofSeed(1).stream("samples"));
      Path picture = Path.of(args.length == 0 ? "ring.png" : args[0]);
      new SamplePicture(config).write(picture, "8-mode ring", samples);
    }
  }

  private static void print(StepReport report, GanTrainer trainer) {
    if (report.step() % 1_000 == 0) {
      System.out.println(report);
    }
  }
}
