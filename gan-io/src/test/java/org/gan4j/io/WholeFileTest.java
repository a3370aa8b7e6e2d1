package org.gan4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.io.WholeFile.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
  private static final Content FULL_DISK =
      out -> {
        out.write(1);
        throw new IOException("No space left on device");
      };

  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void writeTheOldFile() throws IOException {
    target = Files.writeString(folder.resolve("a.txt"), "old");
  }

  private void assertFolderHasOnly(Path... expected) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(expected);
    }
  }

  private void assertUntouched() throws IOException {
    assertThat(target).hasContent("old");
    assertFolderHasOnly(target);
  }

  @Test
  void replacesTheOldFileAndWritesUtf8() throws IOException {
    WholeFile.write(target, WholeFile.text("größe\n"));

    assertThat(target).hasBinaryContent("größe\n".getBytes(StandardCharsets.UTF_8));
    assertFolderHasOnly(target);
  }

  @Test
  void aRelativeNameIsOfTheWorkingFolder() throws IOException {
    Path file = Path.of("whole-file-test.txt");
    try {
      WholeFile.write(file, WholeFile.text("new"));
      assertThat(file.toAbsolutePath()).hasContent("new");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void theLongestNameWorks() throws IOException {
    Path longest = folder.resolve("x".repeat(255));
    WholeFile.write(longest, WholeFile.text("new"));

    assertThat(longest).hasContent("new");
    assertFolderHasOnly(target, longest);
  }

  @Test
  void aFailureWhileWritingKeepsTheOldFileAndNamesIt() throws IOException {
    assertThatIOException()
        .isThrownBy(() -> WholeFile.write(target, FULL_DISK))
        .withMessage(
            target
                + ": expected to write the whole file, got No space left on"
                + " device; check the folder, the permissions and the free space");
    assertUntouched();
  }

  @Test
  void anotherExceptionKeepsTheOldFileToo() throws IOException {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                WholeFile.write(
                    target,
                    out -> {
                      throw new IllegalStateException("odd");
                    }))
        .withMessage("odd");
    assertUntouched();
  }

  @Test
  void aRefusedVerificationKeepsTheOldFile() throws IOException {
    Content refused =
        new Content() {
          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write('n');
          }

          @Override
          public void verify(Path written) throws IOException {
            assertThat(written).hasContent("n");
            assertThat(target).hasContent("old");
            throw new IOException("unlike");
          }
        };

    assertThatIOException()
        .isThrownBy(() -> WholeFile.write(target, refused))
        .withMessage("unlike");
    assertUntouched();
  }

  @Test
  void severalFilesAreReplacedTogetherOrNot() throws IOException {
    Path other = folder.resolve("b.txt");
    Map<Path, Content> contents = new LinkedHashMap<>();
    contents.put(target, WholeFile.text("new a"));
    contents.put(other, FULL_DISK);
    assertThatIOException()
        .isThrownBy(() -> WholeFile.writeAll(contents))
        .withMessageStartingWith(other + ": ");
    assertUntouched();

    contents.put(other, WholeFile.text("new b"));
    WholeFile.writeAll(contents);
    assertThat(target).hasContent("new a");
    assertThat(other).hasContent("new b");
    assertFolderHasOnly(target, other);
  }

  @Test
  void aFolderAtTheTargetStays() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));

    assertThatIOException()
        .isThrownBy(() -> WholeFile.write(taken, WholeFile.text("")))
        .withMessage(
            taken + ": expected a file to replace, got a folder or a device; use another name");
    assertFolderHasOnly(target, taken);
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("none/a.txt");

    assertThatIOException()
        .isThrownBy(() -> WholeFile.write(file, WholeFile.text("")))
        .withMessage(file.getParent() + ": expected a folder for a.txt, got none; create it");
  }

  @Test
  void aLinkIsReplacedByTheFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    WholeFile.write(link, WholeFile.text("new"));

    assertThat(link).hasContent("new").isRegularFile();
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(target).hasContent("old");
  }

  @Test
  void anInterruptedThreadStillWritesAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    try {
      WholeFile.write(target, WholeFile.text("last"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(target).hasContent("last");
  }

  @Test
  void temporariesOfAKilledProcessAreRemovedAndNothingElse() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.tmp"), "");
    Path hidden = Files.writeString(folder.resolve(".hidden.tmp"), "");
    Files.writeString(folder.resolve(".01234567-89ab-cdef-0123-456789abcdef.tmp"), "half");
    WholeFile.removeTemporaries(folder);
    assertFolderHasOnly(target, mine, hidden);
  }
}
