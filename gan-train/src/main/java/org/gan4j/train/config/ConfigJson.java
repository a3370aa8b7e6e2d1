package org.gan4j.train.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.gan4j.train.GanConfig;

/** Reads and writes {@link GanConfig} as JSON; an unknown or missing setting is an error. */
public final class ConfigJson {
  private static final JsonDocument<GanConfig> CONFIG =
      new JsonDocument<>(GanConfig.class, "config", "docs/guide/configs.md");

  private ConfigJson() {}

  /**
   * Writes a config as indented JSON.
   *
   * @param config the config
   * @return its text
   */
  public static String write(GanConfig config) {
    return CONFIG.write(config);
  }

  /**
   * Returns a config as a tree, for use in a larger document.
   *
   * @param config the config
   * @return what {@link #write} writes
   */
  public static JsonNode tree(GanConfig config) {
    return CONFIG.tree(config);
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
    return CONFIG.read(file);
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
    return CONFIG.parse(json, where);
  }

  /**
   * Reads a config from a tree that was put together in memory; messages name no line.
   *
   * @param tree the tree
   * @param where its origin, for messages
   * @return the config
   * @throws ConfigException if the tree is not a valid config
   */
  public static GanConfig parse(JsonNode tree, String where) throws ConfigException {
    return CONFIG.parse(tree, where);
  }
}
