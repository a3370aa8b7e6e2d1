package org.gan4j.train.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the errors that Jackson reports into messages in the framework's wording. */
final class ConfigProblem {
  private static final Pattern MISSING =
      Pattern.compile("^Missing required creator property '(.*?)'");

  private ConfigProblem() {}

  /**
   * Returns the exception for a document that cannot be read.
   *
   * @param json the document's text
   * @param where the origin of the text, for messages
   * @param noun what the document is, such as {@code config}
   * @param e the error that Jackson reported
   */
  static ConfigException in(String json, String where, String noun, JsonProcessingException e) {
    return Misspelling.in(json, e)
        .map(misspelling -> new ConfigException(where + ", " + misspelling.message(), e))
        .orElseGet(() -> new ConfigException(place(where, e) + ": " + reason(json, noun, e), e));
  }

  private static String place(String where, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(
                    part ->
                        part.getFieldName() == null
                            ? Integer.toString(part.getIndex())
                            : part.getFieldName())
                .collect(Collectors.joining("."))
            : "";
    return where
        + (hasLine(location) ? ", line " + location.getLineNr() : "")
        + (path.isEmpty() ? "" : ", " + path);
  }

  /** A document that was put together in memory has no lines. */
  static boolean hasLine(JsonLocation location) {
    return location != null && location.getLineNr() > 0;
  }

  private static String reason(String json, String noun, JsonProcessingException e) {
    if (e instanceof InvalidTypeIdException type) {
      return type.getTypeId() == null
          ? "expected a \"type\" that names the recipe, got none"
          : type.getOriginalMessage() + "; a recipe of your own needs its jar: --plugins JAR";
    }
    Throwable cause = e.getCause();
    boolean ours =
        cause instanceof IllegalArgumentException || cause instanceof NullPointerException;
    if (ours && cause.getMessage() != null) {
      return cause.getMessage();
    }
    String own = e.getOriginalMessage().lines().findFirst().orElse("something else");
    Matcher missing = MISSING.matcher(own);
    if (missing.find()) {
      return "expected a value for '" + missing.group(1) + "', got none";
    }
    if (own.startsWith("Null value for creator property") || e instanceof InvalidNullException) {
      return "expected a value, got null";
    }
    if (own.startsWith("expected ")) {
      return own;
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return expected(mismatch.getTargetType()) + ", got " + got(at(json, mismatch.getPath()));
    }
    if (e instanceof JsonMappingException mapping
        && cause instanceof InputCoercionException number) {
      return expected(number.getTargetType()) + ", got " + got(at(json, mapping.getPath()));
    }
    return own.startsWith("Unexpected end-of-input")
        ? "expected the rest of the "
            + noun
            + ", got the end of the text; it was cut off, or a bracket is missing"
        : "expected JSON, got: " + own;
  }

  private static String expected(Class<?> type) {
    if (type == double.class || type == Double.class) {
      return "expected a number";
    }
    if (type == int.class) {
      return "expected a whole number below 2^31";
    }
    if (type == long.class) {
      return "expected a whole number below 2^63";
    }
    if (type == boolean.class) {
      return "expected true or false";
    }
    if (type.isEnum()) {
      return "expected one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return type == String.class
        ? "expected text"
        : Iterable.class.isAssignableFrom(type)
            ? "expected a list [...]"
            : "expected an object {...}";
  }

  /** Describes a value of the wrong type. */
  static String got(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "the text '" + value.textValue() + "'";
      case MISSING -> "none";
      default -> value.toString();
    };
  }

  /**
   * Returns the value at a path, or a missing node.
   *
   * @param json valid JSON
   * @param path names and indices, from the root
   */
  static JsonNode at(String json, List<Reference> path) {
    try {
      JsonNode node = new ObjectMapper().readTree(json);
      for (Reference step : path) {
        node =
            step.getFieldName() == null
                ? node.path(step.getIndex())
                : node.path(step.getFieldName());
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("config: parsed once but not twice", e);
    }
  }
}
