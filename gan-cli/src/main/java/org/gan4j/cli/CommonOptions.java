package org.gan4j.cli;

import picocli.CommandLine.Option;

/** Options of every subcommand. */
final class CommonOptions {
  static final String DEBUG = "--debug";

  @Option(
      names = "--json",
      description = "Print one JSON object on stdout and everything else on stderr.")
  boolean json;

  @Option(names = DEBUG, description = "Print the stack trace of an error.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
