package org.gan4j.testkit.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.Updater;
import org.gan4j.testkit.Inputs;
import org.gan4j.testkit.loss.FixedScores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers, losses and optimizers on a backend that runs late: bit for bit what runs at once. */
class LateTrainingTest {
  private static final int BATCH = 33;
  private static final int ROUNDS = 10;

  @ParameterizedTest
  @EnumSource(DType.class)
  void lateTrainingGivesTheSameNetworks(DType dtype) {
    Function<BackendOptions, Backend> cpu = options -> Backends.open("cpu", options);
    double[] now = train(cpu, dtype);
    double[] late = train(options -> DeferredBackend.open(cpu, options), dtype);
    Bits.assertSame("parameters", now, late);
  }

  private static double[] train(Function<BackendOptions, Backend> opener, DType dtype) {
    try (Backend backend = opener.apply(new BackendOptions(2, dtype))) {
      Game game = new Game(backend);
      for (int round = 0; round < ROUNDS; round++) {
        game.discriminatorStep(round);
        game.generatorStep(round);
      }
      return game.parameters();
    }
  }

  /** A generator and a discriminator, and their optimizers. */
  private static final class Game {
    private final Rng rng = Rng.ofSeed(5);
    private final GanLoss loss = new NonSaturating();
    private final Backend backend;
    private final Layer generator;
    private final Layer discriminator;
    private final Updater generatorUpdates;
    private final Updater discriminatorUpdates;

    Game(Backend backend) {
      this.backend = backend;
      Dense hidden = new Dense(40, Activation.leakyRelu(0.2));
      Dense out = new Dense(2, Activation.TANH);
      Dense logit = new Dense(1, Activation.IDENTITY);
      Shape pair = Shape.of(2);
      generator = Sequential.of(hidden, out).build(pair, rng.child("g"), backend);
      discriminator = Sequential.of(hidden, logit).build(pair, rng.child("d"), backend);
      Optimizer adam = new Adam(1e-3, 0.5, 0.99);
      generatorUpdates = Updater.of(adam, generator.parameters(), backend, ROUNDS);
      discriminatorUpdates = Updater.of(new Sgd(1e-2), discriminator.parameters(), backend, ROUNDS);
    }

    private Var batch(Tape tape, long seed) {
      return tape.constant(Inputs.normal(Shape.of(BATCH, 2), seed).on(backend, backend.dtype()));
    }

    void discriminatorStep(int round) {
      try (Tape tape = Tape.on(backend)) {
        Pass pass = Pass.train(tape, rng, "d", round);
        Var fake = generator.forward(batch(tape, 2L * round), pass).detach();
        Var both = Var.concatRows(batch(tape, 2L * round + 1), fake);
        Var logits = discriminator.forward(both, pass);
        FixedScores scores = FixedScores.of(logits.rows(0, BATCH), logits.rows(BATCH, 2 * BATCH));
        discriminatorUpdates.update(tape.backward(loss.discriminator(scores)), round + 1);
      }
    }

    void generatorStep(int round) {
      try (Tape tape = Tape.on(backend)) {
        Pass pass = Pass.train(tape, rng, "g", round);
        Var fake = generator.forward(batch(tape, 2L * round), pass);
        Var logits = discriminator.forward(fake, pass);
        Var objective = loss.generator(FixedScores.of(logits, logits));
        generatorUpdates.update(tape.backward(objective), round + 1);
      }
    }

    double[] parameters() {
      List<Parameter> all = new ArrayList<>(generator.parameters());
      all.addAll(discriminator.parameters());
      Stream<double[]> values = all.stream().map(parameter -> parameter.value().toDoubles());
      return values.flatMapToDouble(Arrays::stream).toArray();
    }
  }
}
