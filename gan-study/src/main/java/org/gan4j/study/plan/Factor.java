package org.gan4j.study.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.train.config.ConfigException;

/**
 * Settings that always have the same value, and vary in a study.
 *
 * @param name a short name: the last parts of a setting's path, as many as distinguish it
 * @param settings the paths
 */
public record Factor(String name, List<String> settings) {
  /** Names the factors of a study. */
  static List<Factor> of(Study study, String where) throws ConfigException {
    List<List<String>> all =
        study.axes().stream().flatMap(axis -> axis.factors().stream()).toList();
    Set<String> seen = new HashSet<>();
    for (List<String> settings : all) {
      for (String setting : settings) {
        if (!seen.add(setting)) {
          throw new ConfigException(
              where + ", axes: expected each setting on one axis, got " + setting + " on two");
        }
      }
    }
    List<Factor> factors = new ArrayList<>();
    for (List<String> settings : all) {
      factors.add(new Factor(shortest(settings.get(0), all), settings));
    }
    return factors;
  }

  private static String shortest(String setting, List<List<String>> all) {
    String[] parts = setting.split("\\.", -1);
    String name = "";
    for (int i = parts.length - 1; i >= 0; i--) {
      name = parts[i] + (name.isEmpty() ? "" : "." + name);
      String end = name;
      long same = all.stream().filter(other -> ("." + other.get(0)).endsWith("." + end)).count();
      if (same == 1 && !name.matches("[0-9].*")) {
        return name;
      }
    }
    return setting;
  }
}
