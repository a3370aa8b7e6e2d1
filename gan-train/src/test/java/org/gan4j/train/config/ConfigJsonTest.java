package org.gan4j.train.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.core.backend.Activation;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.OneSidedGp;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.losses.penalty.ZeroCentredGp;
import org.gan4j.nn.Activate;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.DiffAugment;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Elu;
import org.gan4j.nn.LayerNorm;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.MinibatchStdDev;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.Silu;
import org.gan4j.nn.SpectralNorm;
import org.gan4j.nn.init.FanInUniform;
import org.gan4j.nn.init.HeNormal;
import org.gan4j.nn.init.Normal;
import org.gan4j.nn.init.Orthogonal;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.AdamW;
import org.gan4j.nn.optim.ClipNorm;
import org.gan4j.nn.optim.ClipWeights;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.ExtraGradient;
import org.gan4j.nn.optim.Linear;
import org.gan4j.nn.optim.OptimisticAdam;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.nn.optim.Span;
import org.gan4j.nn.optim.WarmUp;
import org.gan4j.train.Alternating;
import org.gan4j.train.Consensus;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;
import org.gan4j.train.Simultaneous;
import org.gan4j.train.Training;
import org.gan4j.train.UnlistedLoss;
import org.gan4j.train.UpdateOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigJsonTest {
  static List<String> presets() {
    return Presets.names();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetSurvivesJson(String name) throws ConfigException {
    GanConfig preset = Presets.named(name);
    String json = ConfigJson.write(preset);
    GanConfig read = ConfigJson.parse(json, "test");
    assertThat(read).isEqualTo(preset);
    assertThat(ConfigJson.write(read)).isEqualTo(json);
  }

  /** Every layer, initialiser, optimizer and schedule with constants of its own. */
  @Test
  void everyRecipeSurvivesJson() throws ConfigException {
    Sequential network =
        Sequential.of(
            new Dense(4, Activation.TANH, new Orthogonal(1.5)),
            new Dense(4, Activation.SIGMOID, new Normal(0.02)),
            new Activate(Activation.leakyRelu(0.2)),
            new Silu(),
            new Elu(0.5),
            new Dropout(0.25),
            new BatchNorm(0.2, 1e-4),
            new LayerNorm(1e-6),
            new Maxout(3, 2, new HeNormal(0)),
            new Dense(3, Activation.RELU, new FanInUniform()),
            new SpectralNorm(new Dense(4, Activation.RELU), 2),
            new Pack(2, Sequential.of(new Silu())),
            new MinibatchStdDev(8),
            new DiffAugment(true, false, true));
    List<Optimizer> optimizers =
        List.of(
            new ClipNorm(
                1,
                new Ema(
                    0.99,
                    new Sgd(
                        0.1, 0.9, new WarmUp(Span.share(0.1), new Linear(Span.updates(5), 0))))),
            new ExtraGradient(new Adam(1e-3, 0.5, 0.9, 1e-7, new Cosine(0.1))),
            new AdamW(1e-3, 0.5, 0.9, 0.01),
            new ClipWeights(0.01, new RmsProp(1e-3)),
            new OptimisticAdam(1e-3, 0.5, 0.9));
    GanConfig ring = Presets.named("ring");
    for (Optimizer optimizer : optimizers) {
      Player player = new Player(network, optimizer);
      GanConfig config = GanConfig.of(ring.data(), 2, ring.game().loss(), player, player);
      assertThat(ConfigJson.parse(ConfigJson.write(config), "test")).isEqualTo(config);
    }
  }

  @Test
  void everyPenaltySurvivesJson() throws ConfigException {
    GanConfig config =
        Presets.named("ring")
            .withPenalties(
                List.of(
                    new R1(0.5),
                    new R2(0.25),
                    new WganGp(3),
                    new OneSidedGp(4),
                    new Dragan(5, 0.1),
                    new ZeroCentredGp(6)));
    assertThat(ConfigJson.parse(ConfigJson.write(config), "test")).isEqualTo(config);
    String misnamed = ConfigJson.write(config).replace("wgan-gp", "gp");
    assertThatThrownBy(() -> ConfigJson.parse(misnamed, "my.json"))
        .hasMessageContaining("penalties.2: penalty: expected one of r1, r2, ");
  }

  @Test
  void everyOrderOfUpdatesSurvivesJson() throws ConfigException {
    GanConfig ring = Presets.named("ring");
    for (UpdateOrder order : List.of(new Alternating(3), new Simultaneous(), new Consensus(0.25))) {
      GanConfig config = ring.withUpdates(order);
      assertThat(ConfigJson.parse(ConfigJson.write(config), "test")).isEqualTo(config);
    }
    String json = ConfigJson.write(ring.withUpdates(new Consensus(0.25)));
    assertThatThrownBy(() -> ConfigJson.parse(json.replace("gamma", "gama"), "my.json"))
        .hasMessageEndingWith("expected one of gamma, got 'gama'");
  }

  /** One setting, which says in what unit the span is. */
  @Test
  void spansAreReadAndRefusedByTheirOnlySetting() throws ConfigException {
    String share = "\"share\" : 1.0";
    String json = ConfigJson.write(Presets.named("gaussian"));
    assertThat(json).contains("\"over\" : {\n            " + share);
    String absolute = json.replace(share, "\"updates\" : 300");
    assertThat(ConfigJson.write(ConfigJson.parse(absolute, "test"))).isEqualTo(absolute);
    String expected =
        "schedule.over: expected {\"updates\": 6000}, a number of updates, or {\"share\": 1.0}, a"
            + " share of the run, got ";
    for (String wrong :
        List.of("", "\"updates\":1.5", "\"share\":\"1\"", "\"share\":1,\"updates\":2")) {
      assertThatThrownBy(() -> ConfigJson.parse(json.replace(share, wrong), "my.json"))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(expected + "{" + wrong + "}");
    }
    assertThatThrownBy(() -> ConfigJson.parse(json.replace(share, "\"share\": 2"), "my.json"))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(
            "schedule.over: span: expected a share of the run in (0, 1], got 2.0");
  }

  /** With another number of steps, the schedules of a preset follow. */
  @Test
  void theSchedulesOfPresetsSpanTheWholeRun() {
    for (String name : Presets.names()) {
      assertThat(ConfigJson.tree(Presets.named(name)).findValues("over"))
          .as(name)
          .hasSize(2)
          .allSatisfy(over -> assertThat(over).hasToString("{\"share\":1.0}"));
    }
  }

  @Test
  void aSpanWithoutItsNameIsToldWhereItBelongs() {
    String json = ConfigJson.write(Presets.named("gaussian"));
    String flat = json.replaceAll("\"over\" : \\{\\s+\"share\" : 1.0\\s+\\}", "\"updates\" : 300");
    assertThatThrownBy(() -> ConfigJson.parse(flat, "my.json"))
        .isInstanceOf(ConfigException.class)
        .hasMessageMatching(
            "my.json, line \\d+: expected one of last, over, got 'updates'; write"
                + " \"over\": \\{\"updates\": …}");
  }

  /** Settings that have a usual value may be left out. */
  @Test
  void settingsLeftOutKeepTheirUsualValues() throws ConfigException {
    GanConfig ring = Presets.named("ring");
    String json =
        ConfigJson.write(ring.withPenalties(List.of(new R1())).withTraining(new Training()));
    String without =
        json.replaceFirst("\"type\" : \"r1\",\\s+\"gamma\" : 10.0", "\"type\" : \"r1\"")
            .replaceFirst("(?s)\"training\" : \\{.*?\\},\\s+\"batch.*?\\}", "\"training\" : {}");
    assertThat(without).doesNotContain("gamma", "batch");
    assertThat(ConfigJson.parse(without, "test")).isEqualTo(ConfigJson.parse(json, "test"));
    String nothing = json.replaceFirst("\"gamma\" : 10.0", "\"gamma\" : null");
    assertThatThrownBy(() -> ConfigJson.parse(nothing, "my.json"))
        .hasMessageContaining("expected a value for 'gamma', got null; leave it out");
    String missing = json.replaceFirst("\"latent\" : 2,", "");
    assertThatThrownBy(() -> ConfigJson.parse(missing, "my.json"))
        .hasMessageEndingWith("expected a value for 'latent', got none");
  }

  @Test
  void otherFormatsAreRefused() {
    String json = ConfigJson.write(Presets.named("ring"));
    assertThat(json).startsWith("{\n  \"format\" : 1,\n  \"seed\"");
    assertThatThrownBy(
            () -> ConfigJson.parse(json.replace("\"format\" : 1", "\"format\" : 2"), "my.json"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("my.json: expected \"format\": 1, got 2; a newer GAN4J wrote it, use that one");
    assertThatThrownBy(() -> ConfigJson.parse(json.replace("\"format\" : 1,", ""), "my.json"))
        .hasMessage("my.json: expected \"format\": 1, got none; see docs/guide/configs.md");
  }

  @Test
  void recipesThatCouldNotBeReadAgainAreNotWritten() {
    GanConfig config = Presets.named("ring").withLoss(new UnlistedLoss());
    assertThatThrownBy(() -> ConfigJson.write(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "config: expected a recipe that a RecipeProvider lists, got "
                + UnlistedLoss.class.getName()
                + "; list it, or a config with it cannot be read again");
  }

  @Test
  void unknownSettingsAreNamedWithTheKnownOnes() {
    String json = ConfigJson.write(Presets.named("ring")).replace("\"batch\"", "\"bacth\"");
    List<String> lines = json.lines().toList();
    int line = 1;
    while (!lines.get(line - 1).contains("bacth")) {
      line++;
    }
    assertThatThrownBy(() -> ConfigJson.parse(json, "my.json"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "my.json, line " + line + ": expected one of batch, steps, updates, got 'bacth'");
  }

  @Test
  void settingsTooManyAreNamedToo() {
    String json =
        ConfigJson.write(Presets.named("ring")).replace("\"seed\"", "\"sede\" : 1, \"seed\"");
    assertThatThrownBy(() -> ConfigJson.parse(json, "my.json"))
        .hasMessageStartingWith("my.json, line 3: expected one of compute, data, game,")
        .hasMessageEndingWith("got 'sede'");
  }

  @Test
  void unknownTypesAreNamedWithTheKnownOnes() {
    String json = ConfigJson.write(Presets.named("gaussian")).replace("non-saturating", "vanilla");
    assertThatThrownBy(() -> ConfigJson.parse(json, "my.json"))
        .hasMessageStartingWith("my.json, line ")
        .hasMessageContaining("game.loss: loss: expected one of minimax, non-saturating, ")
        .hasMessageEndingWith(", got 'vanilla'; a recipe of your own needs its jar: --plugins JAR");
    String layer = ConfigJson.write(Presets.named("ring")).replace("\"dense\"", "\"conv\"");
    assertThatThrownBy(() -> ConfigJson.parse(layer, "my.json"))
        .hasMessageContaining("layer: expected one of sequential, dense, ")
        .hasMessageContaining(", got 'conv'; a recipe of your own needs its jar");
  }

  @Test
  void valuesOutOfRangeKeepTheirOwnMessage() {
    String json =
        ConfigJson.write(Presets.named("ring")).replaceAll("\"batch\" : \\d+", "\"batch\" : 0");
    assertThatThrownBy(() -> ConfigJson.parse(json, "my.json"))
        .hasMessageEndingWith("config: expected batch >= 1, got 0");
    String activation =
        ConfigJson.write(Presets.named("ring")).replace("leaky_relu(0.2)", "leaky_relu(7)");
    assertThatThrownBy(() -> ConfigJson.parse(activation, "my.json"))
        .hasMessageContaining("activation leaky_relu: expected a slope between 0 and 1, got 7.0");
  }

  @Test
  void missingAndBrokenTextIsLocated() {
    assertThatThrownBy(() -> ConfigJson.parse("{", "my.json"))
        .hasMessageStartingWith("my.json, line 1");
    assertThatThrownBy(() -> ConfigJson.parse("{\"format\": 1, \"seed\": 1}", "my.json"))
        .hasMessage("my.json, line 1, data: expected a value for 'data', got none");
    assertThatThrownBy(() -> Presets.named("cifar"))
        .hasMessage(
            "data: expected one of mnist, mnist-dcgan, mnist-conditional, fashion-mnist,"
                + " fashion-mnist-dcgan, fashion-mnist-conditional, stacked-mnist, ring, grid,"
                + " spiral, gaussian, got"
                + " 'cifar'");
  }
}
