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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gan4j.core.recipe.Recipes;

/**
 * A kind of JSON file that holds records, such as configs: an unknown or missing setting is an
 * error that names the place. The text begins with a format number.
 *
 * @param type the record
 * @param noun what the document is, such as {@code config}
 * @param guide the page that describes it
 * @param <T> the record
 */
public record JsonDocument<T>(Class<T> type, String noun, String guide) {
  /** The format that is written and read; raised when the meaning of a config changes. */
  static final int FORMAT = 1;

  /** The key of the format's number. */
  static final String FORMAT_KEY = "format";

  /** The mappers of the class loader that was used last, since the recipes depend on it. */
  private static final AtomicReference<Mappers> LAST =
      new AtomicReference<>(new Mappers(null, new ConcurrentHashMap<>()));

  /** A mapper knows the records that it has seen, so making one anew costs much of its use. */
  private record Mappers(ClassLoader loader, Map<Class<?>, ObjectMapper> byType) {}

  private ObjectMapper mapper() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Mappers last = LAST.get();
    if (loader != last.loader()) {
      last = new Mappers(loader, new ConcurrentHashMap<>());
      LAST.set(last);
    }
    return last.byType().computeIfAbsent(type, JsonDocument::mapper);
  }

  private static ObjectMapper mapper(Class<?> type) {
    return JsonMapper.builder()
        .addModule(new ConfigTypes(Recipes.load(), type))
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
        .withCoercionConfig(LogicalType.Textual, JsonDocument::refuseNumbersAsText)
        .build();
  }

  private static void refuseNumbersAsText(MutableCoercionConfig text) {
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
      text.setCoercion(shape, CoercionAction.Fail);
    }
  }

  /**
   * Writes a value as indented JSON.
   *
   * @param value the value
   * @return its text
   */
  public String write(T value) {
    try {
      ObjectMapper mapper = mapper();
      return mapper.writeValueAsString(tree(value, mapper)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          noun + ": expected records that JSON can hold, got " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Returns a value as a tree.
   *
   * @param value the value
   * @return what {@link #write} writes
   */
  public JsonNode tree(T value) {
    return tree(value, mapper());
  }

  private JsonNode tree(T value, ObjectMapper mapper) {
    ObjectNode settings = mapper.valueToTree(value);
    return mapper.createObjectNode().put(FORMAT_KEY, FORMAT).setAll(settings);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the value
   * @throws ConfigException if the text is not valid, or not in UTF-8
   * @throws IOException if the file cannot be read
   */
  public T read(Path file) throws IOException {
    return parse(ConfigText.read(file, noun), file.toString());
  }

  /**
   * Reads a text.
   *
   * @param json the text
   * @param where the origin of the text, for messages
   * @return the value
   * @throws ConfigException if the text is not valid
   */
  public T parse(String json, String where) throws ConfigException {
    try {
      ObjectMapper mapper = mapper();
      requireFormat(mapper.readTree(json), where);
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw ConfigProblem.in(json, where, noun, e);
    }
  }

  /**
   * Reads a tree that was put together in memory; messages name no line.
   *
   * @param tree the tree
   * @param where its origin, for messages
   * @return the value
   * @throws ConfigException if the tree is not valid
   */
  public T parse(JsonNode tree, String where) throws ConfigException {
    try {
      requireFormat(tree, where);
      return mapper().treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw ConfigProblem.in(tree.toString(), where, noun, e);
    }
  }

  private void requireFormat(JsonNode document, String where) throws ConfigException {
    if (!document.isObject()) {
      throw new ConfigException(
          where + ": expected a " + noun + ", an object {...}, got " + ConfigProblem.got(document));
    }
    JsonNode format = document.path(FORMAT_KEY);
    if (!(format.isInt() && format.intValue() == FORMAT)) {
      boolean newer = format.isIntegralNumber() && format.asLong() > FORMAT;
      throw new ConfigException(
          where
              + ": expected \"format\": "
              + FORMAT
              + ", got "
              + (format.isMissingNode() ? "none" : format)
              + (newer ? "; a newer GAN4J wrote it, use that one" : "; see " + guide));
    }
    requireFinite(document, where, "");
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
