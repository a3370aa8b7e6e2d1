package org.gan4j.train.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.train.GanConfig;

/** Reads and writes {@link GanConfig} as JSON; an unknown or missing setting is an error. */
public final class ConfigJson {
  private static final Pattern MISSING =
      Pattern.compile("^Missing required creator property '(.*?)'");

  /** The format that is written and read. Raised when older configs no longer mean the same. */
  static final int FORMAT = 1;

  /** Where the format's number stands. */
  static final String FORMAT_KEY = "format";

  private ConfigJson() {}

  /** Made anew, since the thread's class loader says which recipes there are. */
  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new ConfigTypes(Recipes.load()))
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .build();
  }

  /**
   * Writes a config as indented JSON.
   *
   * @param config the config
   * @return its text
   */
  public static String write(GanConfig config) {
    try {
      return mapper().writeValueAsString(tree(config)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "config: expected records that JSON can hold, got " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Returns a config as a tree, to stand in a larger document.
   *
   * @param config the config
   * @return what {@link #write} writes
   */
  public static JsonNode tree(GanConfig config) {
    ObjectMapper mapper = mapper();
    ObjectNode settings = mapper.valueToTree(config);
    return mapper.createObjectNode().put(FORMAT_KEY, FORMAT).setAll(settings);
  }

  /**
   * Reads a config file.
   *
   * @param file the file
   * @return the config
   * @throws ConfigException if it is no sound config
   * @throws IOException if it cannot be read
   */
  public static GanConfig read(Path file) throws IOException {
    return parse(Files.readString(file), file.toString());
  }

  /**
   * Reads a config.
   *
   * @param json its text
   * @param where the text's origin, for messages
   * @return the config
   * @throws ConfigException if it is no sound config
   */
  public static GanConfig parse(String json, String where) throws ConfigException {
    try {
      requireFormat(json, where);
      return mapper().readValue(json, GanConfig.class);
    } catch (JsonProcessingException e) {
      throw Misspelling.in(json, e)
          .map(misspelling -> new ConfigException(where + ", " + misspelling.message(), e))
          .orElseGet(() -> new ConfigException(place(where, e) + ": " + reason(e), e));
    }
  }

  private static void requireFormat(String json, String where)
      throws ConfigException, JsonProcessingException {
    JsonNode config = mapper().readTree(json);
    JsonNode format = config.path(FORMAT_KEY);
    if (config.isObject() && !(format.isInt() && format.intValue() == FORMAT)) {
      boolean newer = format.isIntegralNumber() && format.asLong() > FORMAT;
      throw new ConfigException(
          where
              + ": expected \"format\": "
              + FORMAT
              + ", got "
              + (format.isMissingNode() ? "none" : format)
              + (newer ? "; a newer GAN4J wrote it, use that one" : "; see docs/guide/configs.md"));
    }
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
        + (location == null ? "" : ", line " + location.getLineNr())
        + (path.isEmpty() ? "" : ", " + path);
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof InvalidTypeIdException type && type.getTypeId() != null) {
      return type.getOriginalMessage() + "; a recipe of your own needs its jar: --plugins JAR";
    }
    Matcher missing = MISSING.matcher(e.getOriginalMessage());
    if (missing.find()) {
      return "expected a value for '" + missing.group(1) + "', got none";
    }
    Throwable cause = e.getCause();
    boolean ours =
        cause instanceof IllegalArgumentException || cause instanceof NullPointerException;
    return ours && cause.getMessage() != null
        ? cause.getMessage()
        : e.getOriginalMessage().lines().findFirst().orElse("not a config");
  }
}
