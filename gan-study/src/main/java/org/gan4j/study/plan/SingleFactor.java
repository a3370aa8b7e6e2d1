package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import org.gan4j.core.Expect;

/** An axis of one factor. */
public interface SingleFactor extends StudyAxis {
  /** {@return the settings that take each value} */
  List<String> settings();

  /** {@return the values in turn} */
  List<JsonNode> values();

  @Override
  default List<List<String>> factors() {
    return List.of(settings());
  }

  @Override
  default List<List<JsonNode>> points() {
    return values().stream().map(List::of).toList();
  }

  /**
   * Checks the settings of an axis.
   *
   * @param axis the axis, for messages
   * @param settings at least one path, each once
   * @return an immutable copy
   */
  static List<String> checked(String axis, List<String> settings) {
    Expect.that(
        settings != null && !settings.isEmpty(),
        axis,
        "at least one setting, such as game.loss",
        "none");
    Expect.that(
        new HashSet<>(settings).size() == settings.size(), axis, "each setting once", settings);
    return List.copyOf(settings);
  }
}
