package org.gan4j.cli.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.study.plan.SettingText;
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
        : Stream.of(String.format(Locale.ROOT, "  %-24s %s", name, SettingText.of(node)));
  }
}
