package org.gan4j.examples.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Losses and penalties from elsewhere, for every command that reads a config. */
final class PluginOptions {
  @Option(
      names = "--plugins",
      paramLabel = "JAR",
      split = ",",
      description = "Jars with losses or penalties of your own, found by their service lists.")
  private List<Path> jars = List.of();

  /**
   * Makes them known until closed.
   *
   * @throws UsageException if a jar is missing or has none
   */
  Plugins open() {
    return Plugins.open(jars);
  }
}
