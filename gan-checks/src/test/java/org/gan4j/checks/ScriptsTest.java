package org.gan4j.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bash can parse the scripts that users run. */
class ScriptsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gan",
        "scripts/check-reproducible",
        "scripts/fetch-data",
        "scripts/gpu-check",
        ".ci/run"
      })
  void parses(String script) throws IOException, InterruptedException {
    Path file = Path.of(System.getProperty("gan4j.root")).resolve(script);
    assertThat(file).isExecutable();
    Process bash =
        new ProcessBuilder("bash", "-n", file.toString()).redirectErrorStream(true).start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
  }
}
