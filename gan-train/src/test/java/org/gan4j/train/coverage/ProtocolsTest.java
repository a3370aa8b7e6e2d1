package org.gan4j.train.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.config.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolsTest {
  /** Their sources state every setting; those of veegan-2017 do not. */
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
              "protocol %s on %s: expected settings that its source states in full, got none; use"
                      .formatted(protocol.name(), protocol.data())
                  + " the best known ones");
    }
  }

  private static void trains(Protocol protocol, GanConfig config) throws IOException {
    String law = ((Points) config.data()).distribution().getClass().getSimpleName();
    assertThat(law).isEqualToIgnoringCase(protocol.data());
    try (Backend backend = Backends.open("cpu")) {
      GanTrainer trainer = GanTrainer.open(config.withSteps(2), backend);
      trainer.train(List.of());
      assertThat(trainer.steps()).isEqualTo(2);
    }
  }

  /** What d2l-2026 fixes, and d2l-2026-open but for the latent space. */
  @Test
  void theBestSettingsKeepToTheBudgetAndTheNetworks() {
    for (String name : List.of("d2l-2026", "d2l-2026-open")) {
      Protocol protocol = Protocols.named(name);
      for (GanConfig config : List.of(protocol.best(), protocol.asPublished())) {
        assertThat(config.steps()).isEqualTo(20_000);
        assertThat(config.batch()).isEqualTo(256);
        assertThat(config.discriminatorSteps()).isEqualTo(1);
        assertThat(dense(config.generator().network()))
            .extracting(Dense::units)
            .containsExactly(256, 256, 2);
        assertThat(dense(config.discriminator().network()))
            .extracting(Dense::units)
            .containsExactly(256, 256, 1);
        assertThat(dense(config.discriminator().network()))
            .extracting(Dense::activation)
            .contains(Activation.leakyRelu(0.2));
      }
    }
    assertThat(Protocols.named("d2l-2026").best().latent()).isEqualTo(64);
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
