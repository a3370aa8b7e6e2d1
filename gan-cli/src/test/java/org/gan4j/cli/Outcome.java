package org.gan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.gan4j.theory.Theorem;
import picocli.CommandLine;

/**
 * The outcome of a command that ran in this process.
 *
 * @param exit the exit code
 * @param out all of stdout
 * @param err all of stderr
 */
record Outcome(int exit, String out, String err) {
  static Outcome of(Object... args) {
    return of(Gan.commandLine(new StopSignal()), args);
  }

  /** As {@link #of(Object...)}, with other rows to prove. */
  static Outcome of(Theorem theorem, Object... args) {
    return of(Gan.commandLine(new StopSignal(), () -> theorem), args);
  }

  private static Outcome of(CommandLine gan, Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    gan.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] words = new String[args.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(args[i]);
    }
    int exit = gan.execute(words);
    return new Outcome(exit, out.toString(), err.toString());
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out);
  }
}
