package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {
  @TempDir private Path temp;

  /** A target that is full after some bytes. */
  private static final class Full extends OutputStream {
    private final String message;
    private int room;

    Full(String message, int room) {
      this.message = message;
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      if (room-- <= 0) {
        throw new IOException(message);
      }
    }
  }

  @Test
  void everythingArrivesInOrder() {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    StandardOutput out = new StandardOutput(target, false);
    out.writer().println("first");
    out.writer().print("second");
    assertThat(out.loss()).isEmpty();
    assertThat(target.toString(StandardCharsets.UTF_8))
        .isEqualTo("first" + System.lineSeparator() + "second");
  }

  @Test
  void theFirstFailureIsReportedAlsoIfLaterWritesWork() {
    StandardOutput out = new StandardOutput(new Full("No space left on device", 3), false);
    out.writer().print("12345");
    assertThat(out.loss())
        .contains(
            "standard output: expected to write all of it, got No space left on device;"
                + " free the space or write elsewhere");
  }

  @Test
  void aReaderThatHasEnoughIsNoFailure() {
    for (boolean pipe : new boolean[] {false, true}) {
      String message = pipe ? "EPIPE, as it may be called elsewhere" : "Broken pipe";
      StandardOutput out = new StandardOutput(new Full(message, 0), pipe);
      out.writer().print("12345");
      assertThat(out.loss()).isEmpty();
    }
  }

  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "divergence --p normal(0,1) --q normal(1,1) --json",
        "losses",
        "recipes --json",
        "info",
        "prove --only 1",
        "train --data gaussian --steps 1",
        "train --help",
        "--version",
      })
  void everyCommandEndsWithFourOnAFullDisk(String words) throws Exception {
    try (GanProcess gan =
        new GanProcess(temp).outTo(Path.of("/dev/full")).start(words.split(" "))) {
      assertThat(gan.exit()).as(gan.err()).isEqualTo(4);
      assertThat(gan.err()).contains("standard output: expected to write all of it, got ");
    }
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void aClosedPipeStaysQuiet() throws Exception {
    Path fifo = temp.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    try (GanProcess gan = new GanProcess(temp).outTo(fifo)) {
      Thread reader =
          new Thread(
              () -> {
                try {
                  Files.newInputStream(fifo).close();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      reader.start();
      gan.start("recipes"); // opens the pipe together with the reader, which leaves at once
      reader.join();
      assertThat(gan.exit()).isZero();
      assertThat(gan.err()).isEmpty();
    }
  }
}
