package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gan4j.train.config.ConfigException;

/** Changes settings of a config by their paths. */
final class ConfigSettings {
  /** These are the study's own. */
  private static final Set<String> RESERVED = Set.of("seed", "training.steps", "compute.threads");

  private ConfigSettings() {}

  /** Returns a copy of a config with the values of a combination. */
  static JsonNode changed(JsonNode config, Combination combination, String where)
      throws ConfigException {
    JsonNode changed = config.deepCopy();
    for (int i = 0; i < combination.factors().size(); i++) {
      for (String setting : combination.factors().get(i).settings()) {
        if (RESERVED.contains(setting)) {
          throw new ConfigException(
              where
                  + ", axes: expected a setting of the config beside seed, training.steps and"
                  + " compute.threads, got "
                  + setting
                  + "; see 'seeds' and 'trials'");
        }
        set(changed, setting, combination.values().get(i), where);
      }
    }
    return changed;
  }

  private static void set(JsonNode config, String setting, JsonNode value, String where)
      throws ConfigException {
    String[] parts = setting.split("\\.", -1);
    JsonNode at = config;
    for (int i = 0; i < parts.length - 1; i++) {
      at = required(at, parts[i], setting, where);
    }
    String last = parts[parts.length - 1];
    required(at, last, setting, where);
    if (at instanceof ObjectNode object) {
      object.set(last, value);
    } else {
      ((ArrayNode) at).set(Integer.parseInt(last), value);
    }
  }

  private static JsonNode required(JsonNode at, String part, String setting, String where)
      throws ConfigException {
    JsonNode found =
        at.isArray() && part.matches("[0-9]{1,6}")
            ? at.path(Integer.parseInt(part))
            : at.path(part);
    if (found.isMissingNode()) {
      throw new ConfigException(
          where + ", axes: expected " + known(at) + ", got '" + part + "' in " + setting);
    }
    return found;
  }

  private static String known(JsonNode at) {
    if (at.isArray()) {
      return "an index below " + at.size();
    }
    List<String> names = new ArrayList<>();
    at.fieldNames().forEachRemaining(names::add);
    names.remove("format");
    return names.isEmpty() ? "the end of the path" : "one of " + String.join(", ", names);
  }

  /** Returns a value for a setting: ranges of whole numbers, such as batch sizes, are rounded. */
  static JsonNode fitting(JsonNode config, String setting, JsonNode value) {
    boolean whole = config.at("/" + setting.replace('.', '/')).isIntegralNumber();
    return whole && value.isDouble() && Math.abs(value.doubleValue()) < 1L << 53
        ? JsonNodeFactory.instance.numberNode(Math.round(value.doubleValue()))
        : value;
  }
}
