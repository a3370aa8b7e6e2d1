package org.gan4j.train.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.train.GanConfig;
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
            "my.json, line "
                + line
                + ": expected one of backend, batch, data, discriminator,"
                + " discriminatorSteps, dtype, generator, latent, loss, seed, steps, threads,"
                + " updates, got 'bacth'");
  }

  @Test
  void settingsTooManyAreNamedToo() {
    String json =
        ConfigJson.write(Presets.named("ring")).replace("\"seed\"", "\"sede\" : 1, \"seed\"");
    assertThatThrownBy(() -> ConfigJson.parse(json, "my.json"))
        .hasMessageStartingWith("my.json, line 2: expected one of backend, batch,")
        .hasMessageEndingWith("got 'sede'");
  }

  @Test
  void unknownTypesAreNamedWithTheKnownOnes() {
    String json = ConfigJson.write(Presets.named("ring")).replace("non-saturating", "vanilla");
    assertThatThrownBy(() -> ConfigJson.parse(json, "my.json"))
        .hasMessageStartingWith("my.json, line ")
        .hasMessageContaining("loss: expected a type that is listed, got 'vanilla'; known: ")
        .hasMessageContaining("minimax")
        .hasMessageContaining("non-saturating");
  }

  @Test
  void valuesOutOfRangeKeepTheirOwnMessage() {
    String json =
        ConfigJson.write(Presets.named("ring")).replaceAll("\"batch\" : \\d+", "\"batch\" : 0");
    assertThatThrownBy(() -> ConfigJson.parse(json, "my.json"))
        .hasMessageEndingWith("config: expected batch of at least 1, got 0");
    String slope =
        ConfigJson.write(Presets.named("ring")).replace("leaky_relu(0.2)", "leaky_relu(7)");
    assertThatThrownBy(() -> ConfigJson.parse(slope, "my.json"))
        .hasMessageContaining("activation leaky_relu: expected a slope between 0 and 1, got 7.0");
  }

  @Test
  void missingAndBrokenTextIsLocated() {
    assertThatThrownBy(() -> ConfigJson.parse("{", "my.json"))
        .hasMessageStartingWith("my.json, line 1");
    assertThatThrownBy(() -> ConfigJson.parse("{\"seed\": 1}", "my.json"))
        .hasMessage("my.json, line 1, data: expected a value for 'data', got none");
    assertThatThrownBy(() -> Presets.named("cifar"))
        .hasMessage(
            "data: expected one of mnist, fashion-mnist, ring, grid, spiral, gaussian, got"
                + " 'cifar'");
  }
}
