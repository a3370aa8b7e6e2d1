package org.gan4j.testkit.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Activation;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.nn.Activate;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.ConvTranspose2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Elu;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.LayerNorm;
import org.gan4j.nn.Pass;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.network.ResnetDiscriminator;
import org.gan4j.nn.network.ResnetGenerator;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.Constant;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.Updater;
import org.gan4j.testkit.loss.FixedScores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole games against PyTorch: outputs, losses, gradients, R1 and three optimizer steps. */
class TorchAgreementTest {
  private static final double GAMMA = 10;
  private static final int STEPS = 3;
  private static final Map<String, Sequential[]> GAMES =
      Map.of(
          "dense",
          new Sequential[] {
            Sequential.of(
                new Dense(6, Activation.leakyRelu(0.2)),
                new Dense(5, Activation.TANH),
                new Dense(5, Activation.SIGMOID),
                new Dense(4, Activation.SOFTPLUS),
                new Dense(1, Activation.IDENTITY)),
            Sequential.of(new Dense(6, Activation.RELU), new Dense(4, Activation.IDENTITY))
          },
          "normed",
          new Sequential[] {
            Sequential.of(
                new Dense(6, Activation.IDENTITY),
                new BatchNorm(),
                new Activate(Activation.leakyRelu(0.2)),
                new Dense(6, Activation.IDENTITY),
                new LayerNorm(),
                new Silu(),
                new Dense(5, Activation.IDENTITY),
                new Elu(),
                new Dense(1, Activation.IDENTITY)),
            Sequential.of(
                new Dense(6, Activation.IDENTITY),
                new BatchNorm(0.3, 1e-5),
                new Activate(Activation.RELU),
                new Dense(4, Activation.IDENTITY))
          },
          "dcgan",
          new Sequential[] {
            Sequential.of(
                new Reshape(6, 4, 2),
                new Conv2d(3, 4, 2, 1, Activation.leakyRelu(0.2)),
                new Conv2d(4, 2, 1, 0, Activation.TANH),
                new Flatten(),
                new Dense(1, Activation.IDENTITY)),
            Sequential.of(
                new Dense(24, Activation.IDENTITY),
                new Reshape(3, 2, 4),
                new BatchNorm(),
                new Activate(Activation.RELU),
                new ConvTranspose2d(3, 3, 2, 1, Activation.TANH),
                new ConvTranspose2d(2, 2, 1, 0, Activation.TANH),
                new Flatten())
          },
          "resnet",
          new Sequential[] {
            (Sequential) new ResnetDiscriminator(8, 1, 3, true).layers(),
            (Sequential) new ResnetGenerator(8, 1, 3).layers()
          });
  private static final Map<String, Integer> BUFFERS =
      Map.of("dense", 0, "normed", 4, "dcgan", 2, "resnet", 28);
  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "sgd", new Sgd(0.05, 0.9, new Constant()),
          "adam", new Adam(1e-3, 0.5, 0.99),
          "adamw", new AdamW(1e-3, 0.9, 0.999, 0.05),
          "rmsprop", new RmsProp(1e-3));

  static List<Arguments> games() {
    return cross(GAMES.keySet().stream().sorted()).toList();
  }

  static List<Arguments> optimizers() {
    return cross(OPTIMIZERS.keySet().stream().sorted())
        .flatMap(
            each ->
                Stream.of("dense", "dcgan")
                    .map(game -> Arguments.of(game, each.get()[0], each.get()[1])))
        .toList();
  }

  private static Stream<Arguments> cross(Stream<String> names) {
    return names.flatMap(
        name -> TorchSetting.all().stream().map(setting -> Arguments.of(name, setting)));
  }

  private static TorchGame open(String name, TorchSetting setting) {
    return new TorchGame(name, GAMES.get(name)[0], GAMES.get(name)[1], setting);
  }

  @ParameterizedTest
  @MethodSource("games")
  void theDiscriminatorsStep(String name, TorchSetting setting) {
    try (TorchGame game = open(name, setting);
        Tape tape = Tape.on(game.backend())) {
      Var real = game.criticOf(game.input(tape, "real_input"), game.pass(tape, "real"));
      Var fake = game.criticOf(game.input(tape, "fake_input"), game.pass(tape, "fake"));
      game.assertAgrees("real", real, setting.bound());
      game.assertAgrees("fake", fake, setting.bound());
      Var loss = new OriginalMinimax().discriminator(FixedScores.of(real, fake));
      game.assertAgrees("discriminator_loss", loss, setting.bound());
      game.assertGradients("discriminator_gradient", tape.backward(loss), true, setting.bound());
    }
  }

  /** After one pass of the generator, and the real and then the fake one of the discriminator. */
  @ParameterizedTest
  @MethodSource("games")
  void runningStatisticsAndEvaluation(String name, TorchSetting setting) {
    try (TorchGame game = open(name, setting);
        Tape tape = Tape.on(game.backend())) {
      game.generatorOf(game.input(tape, "latent"), game.pass(tape, "latent"));
      game.criticOf(game.input(tape, "real_input"), game.pass(tape, "real"));
      game.criticOf(game.input(tape, "fake_input"), game.pass(tape, "fake"));
      assertThat(game.assertBuffers(setting.bound())).isEqualTo(BUFFERS.get(name));
      Var fakeInput = game.generatorOf(game.input(tape, "latent"), Pass.eval(tape));
      game.assertAgrees("eval/fake_input", fakeInput, setting.bound());
      Var real = game.criticOf(game.input(tape, "real_input"), Pass.eval(tape));
      game.assertAgrees("eval/real", real, setting.bound());
    }
  }

  @ParameterizedTest
  @MethodSource("games")
  void theR1Penalty(String name, TorchSetting setting) {
    try (TorchGame game = open(name, setting);
        Tape tape = Tape.on(game.backend())) {
      Var x = game.input(tape, "real_input");
      Var real = game.criticOf(x, game.pass(tape, "real"));
      Var inputGradient = tape.gradient(real.sum(), List.of(x)).of(x);
      game.assertAgrees("input_gradient", inputGradient, setting.bound());
      Var penalty = inputGradient.rowDots(inputGradient).mean().multiply(GAMMA / 2);
      game.assertAgrees("r1", penalty, setting.bound());
      game.assertGradients("r1_gradient", tape.backward(penalty), true, setting.bound());
    }
  }

  @ParameterizedTest
  @MethodSource("games")
  void theGeneratorsStep(String name, TorchSetting setting) {
    for (GanLoss loss : List.of(new NonSaturating(), new OriginalMinimax())) {
      try (TorchGame game = open(name, setting);
          Tape tape = Tape.on(game.backend())) {
        Var fakeInput = game.generatorOf(game.input(tape, "latent"), game.pass(tape, "latent"));
        game.assertAgrees("fake_input", fakeInput, setting.bound());
        Var fake = game.criticOf(fakeInput, game.pass(tape, "fake").frozen());
        Var value = loss.generator(FixedScores.of(fake, fake));
        game.assertAgrees(loss.name() + "/loss", value, setting.bound());
        game.assertGradients(
            loss.name() + "/gradient", tape.backward(value), false, setting.bound());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void threeSteps(String networks, String name, TorchSetting setting) {
    try (TorchGame game = open(networks, setting)) {
      Updater updater =
          Updater.of(
              OPTIMIZERS.get(name), game.discriminator().parameters(), game.backend(), STEPS);
      for (int step = 0; step < STEPS; step++) {
        try (Tape tape = Tape.on(game.backend())) {
          Var real = game.criticOf(game.input(tape, "real_input"), game.pass(tape, "real"));
          Var fake = game.criticOf(game.input(tape, "fake_input"), game.pass(tape, "fake"));
          Var loss = new OriginalMinimax().discriminator(FixedScores.of(real, fake));
          updater.update(tape.backward(loss), step + 1);
        }
      }
      double[] errors = game.errorsAfter(name);
      assertThat(errors[0]).as("parameters").isLessThanOrEqualTo(setting.parameterBound());
      assertThat(errors[1]).as("updates").isLessThanOrEqualTo(setting.updateBound());
    }
  }
}
