package org.gan4j.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.gan4j.core.backend.BackendUnavailableException;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The benchmarks with JMH's command line. Parameters are checked before JMH starts, which would
 * otherwise print a stack trace for each benchmark and exit with 0.
 */
public final class Benchmarks {
  private static final int USAGE = 2;
  private static final int BACKEND = 7;

  private Benchmarks() {}

  /**
   * Runs the benchmarks.
   *
   * @param args JMH's options
   * @throws IOException if JMH cannot read its list of benchmarks
   */
  public static void main(String[] args) throws IOException {
    int exit = check(args, new PrintStream(System.err, true, Charset.defaultCharset()));
    if (exit != 0) {
      System.exit(exit);
    }
    Main.main(args);
  }

  /** {@return 0 if the parameters can be used; otherwise the exit code, after one sentence} */
  static int check(String[] args, PrintStream err) {
    try {
      BenchmarkParameters.check(new CommandLineOptions(args));
      return 0;
    } catch (CommandLineOptionException e) {
      return 0; // JMH explains its own options
    } catch (BackendUnavailableException e) {
      err.println(e.getMessage());
      return BACKEND;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return USAGE;
    }
  }
}
