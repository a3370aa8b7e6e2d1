package org.gan4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
 * Standard output that keeps the cause of a failed write, which {@code System.out} discards. A file
 * of results that is incomplete must be reported.
 */
final class StandardOutput extends OutputStream {
  private static final Path LINUX = Path.of("/proc/self/fd/1");

  private final OutputStream target;
  private final boolean pipe;
  private final PrintWriter writer;
  private IOException failure;

  /**
   * Wraps a stream.
   *
   * @param target the stream to write to
   * @param pipe whether it is a pipe, which fails only if its reader closes it
   */
  StandardOutput(OutputStream target, boolean pipe) {
    this.target = target;
    this.pipe = pipe;
    this.writer = new PrintWriter(new OutputStreamWriter(this, charset()));
  }

  /** {@return the standard output of the process} */
  static StandardOutput ofProcess() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out), isPipe());
  }

  /** {@return the writer for commands, in the terminal's encoding} */
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
   * Returns a message if output was lost. A pipe that its reader closes, as {@code head} does, is
   * not a failure.
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

  /** The message may be in the user's language, so the kind of file is checked first. */
  private boolean isClosedPipe(IOException e) {
    return pipe || String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }

  private static boolean isPipe() {
    try {
      return Files.readSymbolicLink(LINUX).toString().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return false;
    }
  }

  /** The property with the terminal's encoding depends on the JDK's version. */
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
