package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Recipes from other jars, for every command that reads a config. */
final class PluginOptions {
  @Option(
      names = "--plugins",
      paramLabel = "JAR",
      split = ",",
      description = "Jars with your own losses, layers or other recipes; gan recipes lists them.")
  private List<Path> jars = List.of();

  List<Path> jars() {
    return jars;
  }

  /** The work of a command. */
  @FunctionalInterface
  interface Work {
    int run() throws IOException;
  }

  /**
   * Runs the command with the jars' recipes available.
   *
   * @throws UsageException if a jar is missing or has no recipes
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
