package org.gan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The list of {@link LossesCommand} as a table. */
final class LossTable {
  private LossTable() {}

  static String text(JsonNode list) {
    StringBuilder text = new StringBuilder();
    list.path("losses").forEach(loss -> entry(text, loss));
    text.append(
        String.format(
            Locale.ROOT, "%nPenalties on the critic's input gradient, added to L_D:%n%n"));
    list.path("penalties").forEach(penalty -> entry(text, penalty));
    return text.toString();
  }

  private static void entry(StringBuilder text, JsonNode entry) {
    row(text, entry.path("name").asText(), entry.path("formula").asText("(no formula stated)"));
    JsonNode theory = entry.path("theory");
    if (theory.isObject()) {
      row(text, "", theory(theory));
    }
    row(text, "", entry.path("source").asText(entry.path("class").asText()));
  }

  private static String theory(JsonNode theory) {
    List<String> parts = new ArrayList<>();
    if (theory.has("value")) {
      parts.add("at the optimum: equilibrium - " + theory.path("value").asText());
    }
    if (theory.has("frozen_critic_gradient")) {
      parts.add("G descends: " + theory.path("frozen_critic_gradient").asText());
    }
    if (theory.has("equilibrium_discriminator")) {
      String generator = generator(theory.path("equilibrium_generator"));
      parts.add(
          "at p = q: L_D "
              + number(theory.path("equilibrium_discriminator").asDouble())
              + ", L_G "
              + generator);
    }
    parts.add("optimal critic: " + theory.path("optimal_critic").asText().replace('_', ' '));
    return String.join("; ", parts);
  }

  private static String generator(JsonNode value) {
    if (value.isArray()) {
      return "from " + number(value.get(0).asDouble()) + " to " + number(value.get(1).asDouble());
    }
    return value.isNumber() ? number(value.asDouble()) : "any";
  }

  private static String number(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.4g", value);
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-21s %s%n", name, value));
  }
}
