package org.gan4j.train.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.gan4j.train.GanConfig;

/**
 * A setting that differs between two configs.
 *
 * @param setting its path, such as {@code game.loss.type}
 * @param expected its value in the first config, as JSON; empty if missing
 * @param got its value in the second config, as JSON; empty if missing
 */
public record ConfigDifference(String setting, String expected, String got) {
  /**
   * Returns the first setting that differs between two configs.
   *
   * @param expected the first config
   * @param got the second config
   * @return the setting, or nothing if the configs are equal
   */
  public static Optional<ConfigDifference> first(GanConfig expected, GanConfig got) {
    return first("", ConfigJson.tree(expected), ConfigJson.tree(got));
  }

  private static Optional<ConfigDifference> first(String path, JsonNode expected, JsonNode got) {
    if (expected.equals(got)) {
      return Optional.empty();
    }
    if (expected.isObject() && got.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      got.fieldNames().forEachRemaining(names::add);
      return names.stream()
          .map(name -> first(join(path, name), expected.path(name), got.path(name)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (expected.isArray() && got.isArray() && expected.size() == got.size()) {
      Iterator<JsonNode> others = got.iterator();
      int index = 0;
      for (JsonNode each : expected) {
        Optional<ConfigDifference> found = first(join(path, "" + index++), each, others.next());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(new ConfigDifference(path, expected.toString(), got.toString()));
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
