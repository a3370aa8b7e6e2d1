package org.gan4j.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;

/** Damage to our files is always seen, and no bytes give another exception than the typed one. */
final class SafetensorsFuzzTest {
  /** About 4 KiB as a file, with names and metadata that need escapes. */
  private static final SafetensorsFile CONTENT =
      new SafetensorsFile(
          Map.of(
              "generator/dense-0/weight", TensorData.of(Shape.of(20, 40), ramp(800)),
              "größe \"q\"", TensorData.of(Shape.scalar(), new double[] {0.1}),
              "empty", TensorData.of(Shape.of(0, 3), new float[0])),
          Map.of("step", "7", "config", "{\n  \"seed\": 1\n}", "😀", "\\"));

  private static float[] ramp(int size) {
    float[] values = new float[size];
    IntStream.range(0, size).forEach(i -> values[i] = (i - 300) / 7f);
    return values;
  }

  /** Anything but a SafetensorsException escapes and fails the test. */
  private static Optional<SafetensorsFile> tryRead(byte[] bytes) throws IOException {
    try {
      return Optional.of(
          new SafetensorsReader("here", new ByteArrayInputStream(bytes), bytes.length).read());
    } catch (SafetensorsException e) {
      assertThat(e).hasMessageStartingWith("here").hasMessageContaining(": expected ");
      return Optional.empty();
    }
  }

  private static byte[] sound() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SafetensorsWriter(Path.of("none"), CONTENT).writeTo(bytes);
    return bytes.toByteArray();
  }

  private static byte[] python() throws Exception {
    return Files.readAllBytes(
        Path.of(SafetensorsFuzzTest.class.getResource("python-layout.safetensors").toURI()));
  }

  @Test
  void everyFlippedBitIsSeen() throws IOException {
    byte[] bytes = sound();
    assertThat(bytes.length).isBetween(3500, 4500);
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        bytes[at] ^= (byte) (1 << bit);
        assertThat(tryRead(bytes)).as("bit %d of byte %d", bit, at).isEmpty();
        bytes[at] ^= (byte) (1 << bit);
      }
    }
    assertThat(tryRead(bytes)).contains(CONTENT);
  }

  @Test
  void everyOtherCharacterInTheNamesOfTheChecksumIsSeen() throws IOException {
    byte[] bytes = sound();
    for (int at = 8; at < 8 + Checksum.BEGINNING.length(); at++) {
      byte original = bytes[at];
      for (char other = ' '; other <= '~'; other++) {
        bytes[at] = (byte) other;
        assertThat(tryRead(bytes).isPresent())
            .as("%c at byte %d", other, at)
            .isEqualTo(other == original);
      }
      bytes[at] = original;
    }
  }

  @Test
  void everyTruncationAndEveryExtraByteIsSeen() throws IOException {
    byte[] bytes = sound();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(tryRead(Arrays.copyOf(bytes, length))).as("length %d", length).isEmpty();
    }
    assertThat(tryRead(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
  }

  @Test
  void exchangedTensorsAreSeen() throws IOException {
    byte[] bytes = sound();
    byte[] exchanged = bytes.clone();
    System.arraycopy(bytes, bytes.length - 8, exchanged, bytes.length - 4, 4);
    System.arraycopy(bytes, bytes.length - 4, exchanged, bytes.length - 8, 4);

    assertThat(tryRead(exchanged)).isEmpty();
  }

  @Test
  void damageInAFileWithoutChecksumThrowsNothingElse() throws Exception {
    byte[] bytes = python();
    int refused = 0;
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        bytes[at] ^= (byte) (1 << bit);
        refused += tryRead(bytes).isEmpty() ? 1 : 0;
        bytes[at] ^= (byte) (1 << bit);
      }
    }
    assertThat(refused).isBetween(3 * bytes.length, 8 * bytes.length);
  }

  @Test
  void piecesOfJsonInAnyOrderThrowNothingElse() throws IOException {
    String[] pieces = {
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "\"a\"",
      "\"__metadata__\"",
      "\"dtype\"",
      "\"shape\"",
      "\"F32\"",
      "\"data_offsets\"",
      "0",
      "4",
      "-1",
      "1e3",
      "99999999999999999999",
      "null",
      "\"\\ud800\"",
      " ",
      "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}",
      "\"gan4j.format\"",
      "\"1\"",
      "\u0000"
    };
    Random random = new Random(5);
    int read = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder json = new StringBuilder("{\"b\":");
      random.ints(random.nextInt(12), 0, pieces.length).forEach(p -> json.append(pieces[p]));
      byte[] header = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
      read += tryRead(SafetensorsErrorsTest.bytes(header.length, header, 4)).isPresent() ? 1 : 0;
    }
    assertThat(read).isPositive();
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    byte[] header = ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

    assertThat(tryRead(SafetensorsErrorsTest.bytes(header.length, header, 0))).isEmpty();
  }
}
