package org.gan4j.train.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.train.GanConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people's editors and scripts make of a config. */
class ConfigTextTest {
  private static final GanConfig RING =
      Presets.named("ring").withPenalties(List.of()).withThreads(1);
  private static final String JSON = ConfigJson.write(RING);

  @TempDir private Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("my.json"), content);
  }

  private void assertRefused(byte[] content, String message) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> ConfigJson.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + message);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    assertThat(ConfigJson.read(file(utf8("\uFEFF" + JSON)))).isEqualTo(RING);
  }

  @Test
  void otherEncodingsAreNamed() throws IOException {
    String utf16 = ": expected UTF-8 text, got UTF-16; save it as UTF-8";
    assertRefused(JSON.getBytes(StandardCharsets.UTF_16), utf16);
    assertRefused(JSON.getBytes(StandardCharsets.UTF_16LE), utf16);
    assertRefused(
        "{\n \"seed\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
        ", line 2: expected UTF-8 text, got the byte 0xE9; save it as UTF-8");
  }

  @Test
  void aFolderIsNoConfig() {
    assertThatThrownBy(() -> ConfigJson.read(folder))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            folder + ": expected a config file, got a folder; a run's config is its config.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | null",
        "[1] | a list",
        "3 | 3",
        "'\"ring\"' | the text 'ring'",
        "'' | none",
      })
  void aConfigIsAnObject(String text, String got) throws IOException {
    assertRefused(utf8(text), ": expected a config, an object {...}, got " + got);
  }

  /** Each value takes the place of the first one of that setting. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch | 2.5 | training.batch: expected a whole number below 2^31, got 2.5",
        "batch | 99999999999 | training.batch: expected a whole number below 2^31, got 99999999999",
        "seed | null | seed: expected a whole number below 2^63, got null",
        "batch | true | training.batch: expected a whole number below 2^31, got true",
        "seed | 1e30 | seed: expected a whole number below 2^63, got 1.0E30",
        "dtype | 0 | compute.dtype: expected one of FLOAT32, FLOAT64, got 0",
        "dtype | '\"float32\"' | compute.dtype: expected one of FLOAT32, FLOAT64, got the text"
            + " 'float32'",
        "rate | '\"0.1\"' | game.generator.optimizer.inner.rate: expected a number, got the text"
            + " '0.1'",
        "rate | '[1]' | game.generator.optimizer.inner.rate: expected a number, got a list",
        "penalties | 3 | game.penalties: expected a list [...], got 3",
        "backend | 5 | compute.backend: expected text, got 5",
      })
  void aValueOfAnotherKindIsNamedWithItsLine(String setting, String value, String message)
      throws IOException {
    String json =
        JSON.replaceFirst(
            '"' + setting + "\" : ([^,\\n\\[]+|\\[ ])", '"' + setting + "\" : " + value);
    long line = json.substring(0, json.indexOf('"' + setting + '"')).lines().count();
    assertRefused(utf8(json), ", line " + line + ", " + message.strip());
  }

  @Test
  void nullIsNoValueAnywhere() {
    assertThatThrownBy(
            () ->
                ConfigJson.parse(
                    JSON.replaceFirst("\"activation\" : [^,]+", "\"activation\" : null"),
                    "my.json"))
        .hasMessageEndingWith(
            ", game.generator.network.layers.0.activation: expected a value, got null");
    assertThatThrownBy(
            () ->
                ConfigJson.parse(
                    JSON.replaceFirst("\"penalties\" : \\[ ]", "\"penalties\" : [null]"),
                    "my.json"))
        .hasMessageEndingWith(", game.penalties.0: expected a value, got null");
  }

  @Test
  void aNumberBeyondDoublesIsNoInfinity() throws IOException {
    assertRefused(
        utf8(JSON.replaceFirst("\"rate\" : [^,]+", "\"rate\" : -1e400")),
        ", game.generator.optimizer.inner.rate: expected a number between -1.8e308 and 1.8e308,"
            + " got one beyond");
  }

  @Test
  void aConfigThatWasCutOffSaysSo() throws IOException {
    String half = JSON.substring(0, JSON.length() / 2);
    assertRefused(
        utf8(half),
        ", line "
            + half.lines().count()
            + ": expected the rest of the config, got the end of the text; it was cut off, or a"
            + " bracket is missing");
  }
}
