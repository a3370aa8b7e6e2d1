package org.gan4j.study.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.data.distribution.Grid;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.RelativisticPaired;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Maxout;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.train.Alternating;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolsTest {
  /** The sources of these state every setting; that of veegan-2017 does not. */
  private static final Set<String> STATED = Set.of("pacgan-2018", "d2l-2026", "d2l-2026-open");

  private static List<Protocol> protocols() {
    return Protocols.all();
  }

  private static List<Dense> dense(LayerSpec network) {
    return ((Sequential) network)
        .layers().stream().filter(Dense.class::isInstance).map(Dense.class::cast).toList();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void settingsTrainOnTheProtocolsData(Protocol protocol) throws IOException {
    trains(protocol, protocol.best());
    if (STATED.contains(protocol.name())) {
      trains(protocol, protocol.asPublished());
    } else {
      assertThatThrownBy(protocol::asPublished)
          .hasMessage(
              String.format(
                      Locale.ROOT,
                      "protocol %s on %s: expected settings that its source states in full, got none; use",
                      protocol.name(),
                      protocol.data())
                  + " the best known ones");
    }
  }

  private static void trains(Protocol protocol, GanConfig config) throws IOException {
    assertThat(config.data()).isEqualTo(new Points(protocol.distribution()));
    try (Backend backend = Backends.open("cpu")) {
      GanTrainer trainer = GanTrainer.open(config.withSteps(2), backend);
      trainer.train(List.of());
      assertThat(trainer.steps()).isEqualTo(2);
    }
  }

  /** What d2l-2026 fixes; d2l-2026-open fixes the same except the latent space. */
  @Test
  void theBestSettingsKeepToTheBudgetAndTheNetworks() {
    for (String name : List.of("d2l-2026", "d2l-2026-open")) {
      Protocol protocol = Protocols.named(name);
      for (GanConfig config : List.of(protocol.best(), protocol.asPublished())) {
        assertThat(config.training().steps()).isEqualTo(20_000);
        assertThat(config.training().batch()).isEqualTo(256);
        assertThat(config.training().updates()).isEqualTo(new Alternating(1));
        assertThat(dense(config.game().generator().network()))
            .extracting(Dense::units)
            .containsExactly(256, 256, 2);
        assertThat(dense(config.game().discriminator().network()))
            .extracting(Dense::units)
            .containsExactly(256, 256, 1);
        assertThat(dense(config.game().discriminator().network()))
            .extracting(Dense::activation)
            .contains(Activation.leakyRelu(0.2));
      }
    }
    assertThat(Protocols.named("d2l-2026").best().game().latent()).isEqualTo(64);
  }

  @Test
  void theDataAreThoseOfTheSources() {
    for (Protocol protocol : Protocols.all()) {
      assertThat(protocol.distribution())
          .as(protocol.name())
          .isEqualTo(protocol.data().equals("ring") ? new Ring(8, 1, 0.01) : new Grid(5, 2, 0.05));
    }
  }

  /** Lin et al. 2018: 100 000 points in batches of 100, 400 epochs. */
  @Test
  void pacganSettingsAreThoseOfTheSource() {
    for (String data : List.of("ring", "grid")) {
      GanConfig config = Protocols.named("pacgan-2018", data).asPublished();
      assertThat(config.game().loss()).isEqualTo(new NonSaturating());
      assertThat(config.game().penalties()).isEmpty();
      assertThat(config.game().latent()).isEqualTo(2);
      assertThat(config.training().batch()).isEqualTo(100);
      assertThat(config.training().steps()).isEqualTo(400 * 100_000 / 100);
      assertThat(
              List.of(
                  config.game().generator().optimizer(), config.game().discriminator().optimizer()))
          .containsOnly(new Adam(1e-4, 0.8, 0.999));
      assertThat(dense(config.game().generator().network()))
          .extracting(Dense::units)
          .containsExactly(400, 400, 400, 400, 2);
      List<LayerSpec> layers = ((Sequential) config.game().discriminator().network()).layers();
      assertThat(layers.subList(0, 3))
          .allSatisfy(
              layer ->
                  assertThat(layer)
                      .isInstanceOfSatisfying(
                          Maxout.class,
                          maxout -> {
                            assertThat(maxout.units()).isEqualTo(200);
                            assertThat(maxout.pieces()).isEqualTo(5);
                          }));
    }
  }

  @Test
  void d2lSettingsAreThoseOfTheSource() {
    for (String name : List.of("d2l-2026", "d2l-2026-open")) {
      GanConfig config = Protocols.named(name).asPublished();
      assertThat(config.game().loss()).isEqualTo(new RelativisticPaired());
      assertThat(config.game().penalties()).containsExactly(new R1(1), new R2(1));
      assertThat(config.game().latent()).isEqualTo(64);
      assertThat(
              List.of(
                  config.game().generator().optimizer(), config.game().discriminator().optimizer()))
          .containsOnly(new Adam(2e-4, 0, 0.99));
    }
  }

  @Test
  void departuresFromWhatIsFixedAreNamed() {
    for (Protocol protocol : Protocols.all()) {
      assertThat(protocol.departures(protocol.best())).as(protocol.name()).isEmpty();
    }
    GanConfig open = Protocols.named("d2l-2026-open").best().withSteps(30).withBatch(64);
    assertThat(Protocols.named("d2l-2026").departures(open))
        .containsExactly("latent 2 for 64", "batch 64 for 256", "steps 30 for 20000");
    assertThat(Protocols.named("d2l-2026-open").departures(open))
        .containsExactly("batch 64 for 256", "steps 30 for 20000");
    GanConfig ring = Protocols.named("pacgan-2018", "ring").best();
    assertThat(Protocols.named("d2l-2026").departures(ring))
        .contains("another generator network", "another discriminator network");
  }

  @Test
  void unknownNamesListTheKnown() {
    assertThatThrownBy(() -> Protocols.named("d2l"))
        .hasMessage(
            "protocol: expected one of pacgan-2018, veegan-2017, d2l-2026, d2l-2026-open, got 'd2l'");
    assertThatThrownBy(() -> Protocols.named("d2l-2026", "ring"))
        .hasMessage("protocol d2l-2026: expected data grid, got 'ring'");
    assertThatThrownBy(() -> Protocols.named("pacgan-2018", "moons"))
        .hasMessage("protocol pacgan-2018: expected data ring or grid, got 'moons'");
  }
}
