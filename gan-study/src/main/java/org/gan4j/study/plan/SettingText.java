package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The value of a setting in words. */
public final class SettingText {
  private static final String TYPE = "type";

  /** Longer numbers are shorter with an exponent. */
  private static final int LONGEST = 8;

  private SettingText() {}

  /**
   * Returns a value in words: a recipe as its type, with its settings in brackets.
   *
   * @param value a value of a config, as JSON
   * @return such as {@code r1(gamma 0.1)}
   */
  public static String of(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(of(part)));
      return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
    if (!value.isObject()) {
      return value.isNumber() ? number(value) : value.asText();
    }
    String settings =
        value.properties().stream()
            .filter(setting -> !setting.getKey().equals(TYPE))
            .map(setting -> setting.getKey() + " " + of(setting.getValue()))
            .collect(Collectors.joining(", "));
    String type = value.path(TYPE).asText();
    return settings.isEmpty() ? type : type + "(" + settings + ")";
  }

  /** Java writes 0.0001 as 1.0E-4, which people do not. */
  private static String number(JsonNode value) {
    String text = value.asText();
    if (!text.contains("E")) {
      return text;
    }
    String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
    return plain.length() <= LONGEST ? plain : text.replace(".0E", "e").replace('E', 'e');
  }
}
