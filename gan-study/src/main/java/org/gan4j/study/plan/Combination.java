package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gan4j.io.Sha256;

/**
 * A setting of a study: one value for each factor.
 *
 * @param factors the factors
 * @param values their values, in the same order
 */
public record Combination(List<Factor> factors, List<JsonNode> values) {
  /** Long enough to recognise the values, short enough for every file system. */
  private static final int LONGEST = 60;

  /**
   * Copies the lists.
   *
   * @param factors the factors
   * @param values their values, in the same order
   */
  public Combination {
    factors = List.copyOf(factors);
    values = List.copyOf(values);
  }

  /** {@return the values in words, in the order of the factors} */
  public List<String> labels() {
    return values.stream().map(SettingText::of).toList();
  }

  /** {@return factors and values in words, such as {@code loss hinge, batch 64}} */
  public String words() {
    List<String> labels = labels();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      words.add(factors.get(i).name() + " " + labels.get(i));
    }
    return words.isEmpty() ? "the base" : String.join(", ", words);
  }

  /**
   * {@return a name for files, which depends only on the factors' settings and their values: the
   * values in words as far as they fit, and a hash}
   */
  public String slug() {
    if (factors.isEmpty()) {
      return "base";
    }
    String words =
        labels().stream()
            .map(label -> label.replaceAll("[^A-Za-z0-9.+-]+", "-").replaceAll("-+$", ""))
            .collect(Collectors.joining("_"));
    String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < factors.size(); i++) {
      for (String setting : factors.get(i).settings()) {
        all.set(setting, values.get(i));
      }
    }
    return String.format(Locale.ROOT, "%s_%s", cut, Sha256.hex(all.toString()).substring(0, 8));
  }
}
