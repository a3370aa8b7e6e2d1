package org.gan4j.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.core.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  private static final SafetensorsFile CONTENT =
      new SafetensorsFile(Map.of("w", TensorData.of(Shape.of(1), new float[] {1})), Map.of());

  @TempDir Path directory;
  private Path target;

  @BeforeEach
  void writeTheOldFile() throws IOException {
    target = Files.writeString(directory.resolve("a.safetensors"), "old");
  }

  private void assertUntouched() throws IOException {
    assertThat(target).hasContent("old");
    assertAlone();
  }

  private void assertAlone() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void replacesTheOldFile() throws IOException {
    CONTENT.write(target);

    assertThat(SafetensorsFile.read(target)).isEqualTo(CONTENT);
    assertAlone();
  }

  @Test
  void aFailureWhileWritingKeepsTheOldFile() throws IOException {
    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFile.replace(
                    target,
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    },
                    written -> {}))
        .withMessage("No space left on device");
    assertUntouched();
  }

  @Test
  void aFailedCheckKeepsTheOldFile() throws IOException {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                AtomicFile.replace(
                    target,
                    out -> out.write('n'),
                    written -> {
                      assertThat(written).hasContent("n");
                      assertThat(target).hasContent("old");
                      throw new IllegalStateException("unlike");
                    }))
        .withMessage("unlike");
    assertUntouched();
  }

  @Test
  void aFileThatDoesNotReadBackAsWrittenKeepsTheOldFile() throws IOException {
    assertThatExceptionOfType(SafetensorsException.class)
        .isThrownBy(
            () ->
                AtomicFile.replace(
                    target,
                    out -> out.write(new byte[9]),
                    written -> SafetensorsWriter.verify("here", CONTENT, written)))
        .withMessageStartingWith(
            "here: expected a file that reads back as written, got safetensors ")
        .withMessageEndingWith("; the old file is kept; check the disk");
    assertUntouched();
  }

  @Test
  void aDirectoryAtTheTargetStays() throws IOException {
    Path taken = Files.createDirectories(directory.resolve("taken/inner")).getParent();

    assertThatIOException()
        .isThrownBy(() -> CONTENT.write(taken))
        .withMessageStartingWith("safetensors " + taken + ": expected to replace the file, got ")
        .withMessageEndingWith("; check the directory, the permissions and the free space");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(target, taken);
    }
  }

  @Test
  void aMissingDirectoryIsNamed() {
    Path file = directory.resolve("none/a.safetensors");

    assertThatIOException()
        .isThrownBy(() -> CONTENT.write(file))
        .withMessageContaining(file.getParent() + ": is no directory");
  }

  @Test
  void anInterruptedThreadStillWritesAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    try {
      CONTENT.write(target);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(SafetensorsFile.read(target)).isEqualTo(CONTENT);
  }
}
