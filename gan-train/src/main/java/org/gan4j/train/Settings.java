package org.gan4j.train;

import java.util.Objects;

/** Checks of a config's settings, in one wording. */
final class Settings {
  private Settings() {}

  static <T> T required(String name, T value) {
    return Objects.requireNonNull(
        value, () -> "config: expected a value for '" + name + "', got none");
  }

  static void atLeast(String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "config: expected " + name + " of at least " + least + ", got " + value);
    }
  }
}
