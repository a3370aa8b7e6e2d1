package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
  @Test
  void jsonHasEveryFact() throws IOException {
    Outcome outcome = Outcome.of("info", "--json");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).isEmpty();
    JsonNode facts = outcome.json();
    assertThat(facts.path("java").asText()).startsWith(System.getProperty("java.version"));
    assertThat(facts.path("threads").asInt()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(facts.path("backends").findValuesAsText("name")).contains("cpu", "reference");
    assertThat(facts.path("backends").get(0).path("details").has("kernel")).isTrue();
    assertThat(facts.path("data").path("present").has("mnist")).isTrue();
    assertThat(facts.path("losses").toString()).contains("\"non-saturating\"");
  }

  @Test
  void theTableHasTheSameFacts() throws IOException {
    Outcome table = Outcome.of("info");
    JsonNode facts = Outcome.of("info", "--json").json();
    assertThat(table.exit()).isZero();
    assertThat(table.out())
        .contains(
            facts.path("cpu").asText(),
            facts.path("data").path("folder").asText(),
            "backend     cpu, usable",
            "kernel: " + facts.path("backends").get(0).path("details").path("kernel").asText());
  }

  @Test
  void aMissingSetSaysWhatToDo(@TempDir Path nothing) throws Exception {
    try (GanProcess gan = new GanProcess(nothing).start("info")) {
      assertThat(gan.exit()).isZero();
      assertThat(gan.out())
          .contains("mnist: missing; scripts/fetch-data mnist")
          .contains("kmnist: missing; put its files there, as its authors publish them");
    }
  }
}
