package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void fileExceptionsGetASentence() {
    assertThat(Failure.of(new AccessDeniedException("/a")))
        .isEqualTo(
            new Failure(
                ExitCode.IO, "/a: expected permission, got none; change it or use another folder"));
    assertThat(Failure.of(new NoSuchFileException("/a")).message())
        .isEqualTo("/a: expected a file or folder, got none; check the path");
  }

  @Test
  void wrappedFileErrorsAreFileErrors() {
    IOException full = new IOException("No space left on device");
    assertThat(Failure.of(new UncheckedIOException(full)))
        .isEqualTo(new Failure(ExitCode.IO, "No space left on device"));
  }

  @Test
  void onlyOurOwnRefusalsAreBadUsage() {
    String ours = "cpu: expected a tensor of at most 2 GiB, got 3 GiB";
    assertThat(Failure.of(new IllegalArgumentException(ours)))
        .isEqualTo(new Failure(ExitCode.USAGE, ours));
    assertThat(Failure.of(new IllegalArgumentException("Bad level")).exit())
        .isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void whatNobodyExpectedIsInternal() {
    Failure failure = Failure.of(new IllegalStateException("odd"));
    assertThat(failure.exit().code()).isEqualTo(70);
    assertThat(failure.message()).contains("IllegalStateException: odd", "--debug");
  }

  @Test
  void aBackendThatKnowsWhatToDoAboutItsMemorySaysSoItself() {
    String said = "cuda: device 0 refused 64 MiB, 12 are free; use a smaller batch";
    assertThat(Failure.of(new OutOfMemoryError(said))).isEqualTo(new Failure(ExitCode.USAGE, said));
  }

  @Test
  void memoryThatRanOutIsNoFaultOfTheProgram() {
    assertThat(Failure.of(new OutOfMemoryError("Java heap space")))
        .isEqualTo(
            new Failure(
                ExitCode.USAGE,
                "memory: expected enough for this run, got 'Java heap space'; lower --batch or --n,"
                    + " or set JAVA_TOOL_OPTIONS=-Xmx8g or more"));
  }
}
