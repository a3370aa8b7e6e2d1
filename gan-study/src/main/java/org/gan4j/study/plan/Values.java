package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import org.gan4j.core.Expect;

/**
 * Values in a list: numbers, text, or whole recipes.
 *
 * @param settings the settings that take each value
 * @param values the values
 */
public record Values(List<String> settings, List<JsonNode> values) implements SingleFactor {
  /**
   * Checks that there are different values.
   *
   * @param settings the settings that take each value
   * @param values the values, each once
   */
  public Values {
    settings = SingleFactor.checked("values", settings);
    Expect.that(values != null && !values.isEmpty(), "values", "at least one value", "none");
    Expect.that(
        new LinkedHashSet<>(values).size() == values.size(), "values", "each value once", values);
    values = List.copyOf(values);
  }
}
