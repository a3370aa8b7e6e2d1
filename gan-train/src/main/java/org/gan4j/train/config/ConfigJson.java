package org.gan4j.train.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.train.GanConfig;

/** Reads and writes {@link GanConfig} as JSON; an unknown or missing setting is an error. */
public final class ConfigJson {
  /** The format that is written and read; raised when the meaning of a config changes. */
  static final int FORMAT = 1;

  /** The key of the format's number. */
  static final String FORMAT_KEY = "format";

  private ConfigJson() {}

  /** Not cached: the recipes depend on the thread's class loader. */
  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new ConfigTypes(Recipes.load()))
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(LogicalType.Textual, ConfigJson::refuseNumbersAsText)
        .build();
  }

  private static void refuseNumbersAsText(MutableCoercionConfig text) {
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      text.setCoercion(shape, CoercionAction.Fail);
    }
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
   * Returns a config as a tree, for use in a larger document.
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
   * @throws ConfigException if the text is not a valid config in UTF-8
   * @throws IOException if the file cannot be read
   */
  public static GanConfig read(Path file) throws IOException {
    return parse(ConfigText.read(file), file.toString());
  }

  /**
   * Reads a config.
   *
   * @param json the text
   * @param where the origin of the text, for messages
   * @return the config
   * @throws ConfigException if the text is not a valid config
   */
  public static GanConfig parse(String json, String where) throws ConfigException {
    try {
      requireFormat(json, where);
      return mapper().readValue(json, GanConfig.class);
    } catch (JsonProcessingException e) {
      throw ConfigProblem.in(json, where, e);
    }
  }

  private static void requireFormat(String json, String where)
      throws ConfigException, JsonProcessingException {
    JsonNode config = mapper().readTree(json);
    if (!config.isObject()) {
      throw new ConfigException(
          where + ": expected a config, an object {...}, got " + ConfigProblem.got(config));
    }
    JsonNode format = config.path(FORMAT_KEY);
    if (!(format.isInt() && format.intValue() == FORMAT)) {
      boolean newer = format.isIntegralNumber() && format.asLong() > FORMAT;
      throw new ConfigException(
          where
              + ": expected \"format\": "
              + FORMAT
              + ", got "
              + (format.isMissingNode() ? "none" : format)
              + (newer ? "; a newer GAN4J wrote it, use that one" : "; see docs/guide/configs.md"));
    }
    requireFinite(config, where, "");
  }

  /** A number such as 1e400 is JSON, but becomes an infinity. */
  private static void requireFinite(JsonNode node, String where, String path)
      throws ConfigException {
    if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
      throw new ConfigException(
          where + ", " + path + ": expected a number between -1.8e308 and 1.8e308, got one beyond");
    }
    String start = path.isEmpty() ? "" : path + ".";
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      requireFinite(field.getValue(), where, start + field.getKey());
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireFinite(node.get(i), where, start + i);
    }
  }
}
