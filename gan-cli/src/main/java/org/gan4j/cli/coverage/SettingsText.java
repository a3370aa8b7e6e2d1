package org.gan4j.cli.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.train.GanConfig;
import org.gan4j.train.config.ConfigJson;

/** Every setting of a config on a few lines. */
final class SettingsText {
  private static final String TYPE = "type";

  private SettingsText() {}

  /** The data and the settings of each group, without the seed: a study has several. */
  static String of(GanConfig config) {
    JsonNode tree = ConfigJson.tree(config);
    Stream<Map.Entry<String, JsonNode>> settings =
        Stream.of("game", "training", "compute")
            .flatMap(group -> tree.path(group).properties().stream());
    return Stream.concat(Stream.of(Map.entry("data", tree.path("data"))), settings)
        .flatMap(setting -> lines(setting.getKey(), setting.getValue()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** One line for a setting, or one for each part of a player. */
  private static Stream<String> lines(String name, JsonNode node) {
    return node.isObject() && !node.has(TYPE)
        ? node.properties().stream()
            .flatMap(part -> lines(name + " " + part.getKey(), part.getValue()))
        : Stream.of(String.format(Locale.ROOT, "  %-24s %s", name, value(node)));
  }

  /** A record is shown as its type, with its settings in brackets. */
  private static String value(JsonNode node) {
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(value(part)));
      return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
    if (!node.isObject()) {
      return node.asText();
    }
    String settings =
        node.properties().stream()
            .filter(setting -> !setting.getKey().equals(TYPE))
            .map(setting -> setting.getKey() + " " + value(setting.getValue()))
            .collect(Collectors.joining(", "));
    String type = node.path(TYPE).asText();
    return settings.isEmpty() ? type : type + "(" + settings + ")";
  }
}
