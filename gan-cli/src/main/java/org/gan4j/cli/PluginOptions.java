package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Recipes from elsewhere, for every command that reads a config. */
final class PluginOptions {
  @Option(
      names = "--plugins",
      paramLabel = "JAR",
      split = ",",
      description =
          "Jars with losses, layers or other recipes of your own; gan recipes lists them.")
  private List<Path> jars = List.of();

  List<Path> jars() {
    return jars;
  }

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    int run() throws IOException;
  }

  /**
   * Makes them known while the command works.
   *
   * @throws UsageException if a jar is missing or has none
   */
  int during(Work work) throws IOException {
    Plugins plugins = Plugins.open(jars);
    try {
      return work.run();
    } finally {
      plugins.close();
    }
  }
}
