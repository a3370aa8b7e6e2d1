package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What the launcher script says in system properties. */
final class Launch {
  private Launch() {}

  /** The folder of the checkout, where the scripts are. */
  static Optional<Path> root() {
    return Optional.ofNullable(System.getProperty("gan4j.root")).map(Path::of);
  }

  /** How the user typed the command's name. */
  static String command() {
    return System.getProperty("gan4j.command", "./gan");
  }

  /** The terminal's width, or nothing if stderr is no terminal. */
  static OptionalInt columns() {
    Integer columns = Integer.getInteger("gan4j.columns");
    return columns == null ? OptionalInt.empty() : OptionalInt.of(columns);
  }

  static String version() {
    String version = Launch.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
