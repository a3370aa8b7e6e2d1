package org.gan4j.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage never gives wrong tensors, and never another exception than the typed one. */
final class SafetensorsFuzzTest {
  private static final SafetensorsFile CONTENT =
      new SafetensorsFile(
          Map.of(
              "w", TensorData.of(Shape.of(1, 2), new float[] {1.5f, -2}),
              "v", TensorData.of(Shape.of(1), new double[] {0.1})),
          Map.of("step", "7"));

  @TempDir Path directory;

  /** Anything but a SafetensorsException escapes and fails the test. */
  private Optional<SafetensorsFile> tryRead(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("damaged"), bytes);
    try {
      return Optional.of(SafetensorsFile.read(file));
    } catch (SafetensorsException e) {
      assertThat(e).hasMessageStartingWith("safetensors " + file);
      return Optional.empty();
    }
  }

  private byte[] sound() throws IOException {
    Path file = directory.resolve("sound");
    CONTENT.write(file);
    return Files.readAllBytes(file);
  }

  @Test
  void noFlippedBitGivesWrongTensors() throws IOException {
    byte[] bytes = sound();
    // Only under another name is the checksum not compared; the tensors are then still right.
    int key = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("sha256");
    int survived = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte original = bytes[at];
      for (int bit = 0; bit < 8; bit++) {
        bytes[at] = (byte) (original ^ 1 << bit);
        Optional<SafetensorsFile> read = tryRead(bytes);
        if (read.isPresent()) {
          survived++;
          assertThat(at).isBetween(key, key + "sha256".length() - 1);
          assertThat(read.get().tensors()).isEqualTo(CONTENT.tensors());
        }
      }
      bytes[at] = original;
    }
    assertThat(survived).isBetween(1, 6 * 7);
    assertThat(tryRead(bytes)).contains(CONTENT);
  }

  @Test
  void noTruncationAndNoExtraByteIsAccepted() throws IOException {
    byte[] bytes = sound();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(tryRead(Arrays.copyOf(bytes, length))).as("length %d", length).isEmpty();
    }
    assertThat(tryRead(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
  }

  @Test
  void damageInAFileWithoutChecksumThrowsNothingElse() throws Exception {
    Path fixture = Path.of(getClass().getResource("python-layout.safetensors").toURI());
    byte[] bytes = Files.readAllBytes(fixture);
    int refused = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte original = bytes[at];
      for (int flip : new int[] {1, 32, 128}) {
        bytes[at] = (byte) (original ^ flip);
        refused += tryRead(bytes).isEmpty() ? 1 : 0;
      }
      bytes[at] = original;
    }
    assertThat(refused).isBetween(bytes.length, 3 * bytes.length);
  }
}
