package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What the launcher script passes in system properties. */
final class Launch {
  private Launch() {}

  /** The folder of the checkout, which has the scripts. */
  static Optional<Path> root() {
    return Optional.ofNullable(System.getProperty("gan4j.root")).map(Path::of);
  }

  /** The command's name as the user typed it. */
  static String command() {
    return System.getProperty("gan4j.command", "./gan");
  }

  /** The width of the terminal; empty if stderr is not a terminal. */
  static OptionalInt columns() {
    Integer columns = Integer.getInteger("gan4j.columns");
    return columns == null ? OptionalInt.empty() : OptionalInt.of(columns);
  }

  static String version() {
    String version = Launch.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
