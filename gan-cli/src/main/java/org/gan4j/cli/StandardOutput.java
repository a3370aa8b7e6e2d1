package org.gan4j.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output that remembers why a write failed, which Java's own forgets: whoever reads a file
 * of results has to learn that it is not whole.
 */
final class StandardOutput extends OutputStream {
  private static final Path LINUX = Path.of("/proc/self/fd/1");

  private final OutputStream target;
  private final PrintWriter writer;
  private IOException failure;

  /**
   * Wraps a stream.
   *
   * @param target what standard output is connected to
   */
  StandardOutput(OutputStream target) {
    this.target = target;
    this.writer = new PrintWriter(new OutputStreamWriter(this, charset()));
  }

  /** {@return what commands print to, in the terminal's encoding} */
  PrintWriter writer() {
    return writer;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      target.write(bytes, offset, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
  }

  @Override
  public void flush() {
    try {
      target.flush();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
  }

  /**
   * Returns the message for output that was lost. A reader that closes a pipe, as {@code head}
   * does, has all that it wants, so that this is no failure.
   */
  Optional<String> loss() {
    writer.flush();
    return failure == null || isClosedPipe(failure)
        ? Optional.empty()
        : Optional.of(
            "standard output: expected to write all of it, got "
                + failure.getMessage()
                + "; free the space or write elsewhere");
  }

  /** By the kind of file, since the system's message may be in the user's language. */
  private static boolean isClosedPipe(IOException e) {
    boolean named = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    try {
      return named || Files.readSymbolicLink(LINUX).toString().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return named;
    }
  }

  /** Newer JDKs say what the terminal's encoding is, older ones in a property of their own. */
  private static Charset charset() {
    String name =
        System.getProperty(
            "stdout.encoding",
            System.getProperty("sun.stdout.encoding", System.getProperty("native.encoding")));
    try {
      return name == null ? Charset.defaultCharset() : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Charset.defaultCharset();
    }
  }
}
