package org.gan4j.train.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.train.GanConfig;

/** Configs that are known to work, one per data set, as JSON files next to this class. */
public final class Presets {
  private static final List<String> NAMES =
      List.of(
          "mnist",
          "mnist-mlp",
          "mnist-conditional",
          "fashion-mnist",
          "fashion-mnist-mlp",
          "fashion-mnist-conditional",
          "stacked-mnist",
          "stacked-mnist-mlp",
          "ring",
          "grid",
          "spiral",
          "gaussian");

  private Presets() {}

  /** {@return the names of the data sets that have a preset} */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * Returns a preset.
   *
   * @param name one of {@link #names}
   * @return the config
   * @throws IllegalArgumentException if there is no such preset; the message lists the names
   */
  public static GanConfig named(String name) {
    if (!NAMES.contains(name)) {
      throw Expect.unknown("data", NAMES, name);
    }
    String file = "presets/" + name + ".json";
    try (InputStream in = Presets.class.getResourceAsStream(file)) {
      return ConfigJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
