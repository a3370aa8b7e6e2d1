package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.junit.jupiter.api.Test;

class LossesCommandTest {
  private static List<String> values(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }

  @Test
  void jsonHasEveryLossAndPenalty() throws IOException {
    Outcome outcome = Outcome.of("losses", "--json");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    JsonNode list = outcome.json();
    assertThat(values(list.path("losses"), "name"))
        .isEqualTo(Recipes.load().usual(GanLoss.class).stream().map(GanLoss::name).toList())
        .doesNotHaveDuplicates();
    assertThat(values(list.path("penalties"), "name"))
        .isEqualTo(
            Recipes.load().usual(CriticPenalty.class).stream().map(CriticPenalty::name).toList());
    for (JsonNode loss : list.path("losses")) {
      if (loss.path("class").asText().startsWith("org.gan4j.losses.")) {
        assertThat(loss.path("formula").asText()).as(loss.toString()).contains("L_D");
        assertThat(loss.path("source").asText()).as(loss.toString()).contains("arXiv:");
        assertThat(loss.has("theory")).as(loss.toString()).isTrue();
      }
    }
    assertThat(values(list.path("penalties"), "source")).allMatch(s -> s.contains("arXiv:"));
    int row = values(list.path("losses"), "name").indexOf("non-saturating");
    JsonNode theory = list.path("losses").get(row).path("theory");
    assertThat(theory.path("value").asText()).isEqualTo("2JSD(p||q)");
    assertThat(theory.path("frozen_critic_gradient").asText()).isEqualTo("2KL(m||p)");
    assertThat(theory.path("equilibrium_generator").asDouble()).isCloseTo(0.693147, within(1e-6));
  }

  @Test
  void theTableHasTheSameEntries() {
    Outcome table = Outcome.of("losses");
    assertThat(table.exit()).isZero();
    assertThat(table.out())
        .contains(
            "non-saturating        L_D = E_p sp(-D) + E_q sp(D); L_G = E_q sp(-D)",
            "at the optimum: equilibrium - 2JSD(p||q); G descends: 2KL(m||p); at p = q: L_D 1.386,"
                + " L_G 0.6931; optimal critic: pointwise",
            "r1                    (gamma/2) E_p |grad D|^2");
  }

  @Test
  void aLossWithoutADefinitionShowsItsClass() throws IOException {
    JsonNode list =
        new ObjectMapper()
            .readTree("{\"losses\": [{\"name\": \"mine\", \"class\": \"com.example.Mine\"}]}");
    assertThat(LossTable.text(list))
        .startsWith(
            "mine                  (no formula stated)\n                      com.example.Mine\n");
  }
}
