package org.gan4j.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Crafted files: one for each way to be unsound, with the whole message. */
final class SafetensorsErrorsTest {
  private static final String DAMAGED = "; the file is damaged; save or fetch it again";
  private static final String MALFORMED = "; the file is damaged or not safetensors; save it again";
  private static final String TRUNCATED =
      "; the file is truncated or not safetensors; save or fetch it again";

  @TempDir Path directory;

  private static String tensor(String name, String dtype, String shape, long begin, long end) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, dtype, shape, begin, end);
  }

  private static byte[] bytes(long headerLength, byte[] header, int data) {
    return ByteBuffer.allocate(8 + header.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(headerLength)
        .put(header)
        .array();
  }

  private static Arguments header(String json, int data, String message) {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    return arguments(bytes(header.length, header, data), message);
  }

  static Stream<Arguments> framing() {
    byte[] empty = {'{', '}'};
    return Stream.of(
        arguments(
            new byte[7],
            ": expected at least 8 bytes for the header length, got 7 bytes" + TRUNCATED),
        arguments(
            bytes(1, empty, 0), ": expected a header length from 2 to 2 bytes, got 1" + TRUNCATED),
        arguments(
            bytes(3, empty, 0), ": expected a header length from 2 to 2 bytes, got 3" + TRUNCATED),
        arguments(
            bytes(-1, empty, 8),
            ": expected a header length from 2 to 10 bytes, got 18446744073709551615" + TRUNCATED),
        arguments(
            bytes(2, new byte[] {(byte) 0xff, '}'}, 0),
            ": expected a JSON header in UTF-8, got other bytes" + MALFORMED),
        header(" {}", 0, ": expected a JSON header that begins with {, got \" {}\"" + MALFORMED),
        header("{} {", 0, ": expected nothing but spaces after the JSON header, got {" + MALFORMED),
        header("{}", 4, ": expected the tensors to fill the data, 4 bytes, got 0 bytes" + DAMAGED));
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        header("{\"a\":1}", 0, ": expected an object for tensor \"a\", got 1" + MALFORMED),
        header(
            "{\"a\":{\"dtype\":\"F32\"}}",
            0,
            ", tensor \"a\": expected the keys dtype, shape, data_offsets, got [dtype]"
                + MALFORMED),
        header(
            "{\"a\":{\"kind\":\"F32\"}}",
            0,
            ", tensor \"a\": expected only the keys dtype, shape, data_offsets, got \"kind\""
                + MALFORMED),
        header("{\"a\":{\"dtype\":1}}", 0, ": expected a string for dtype, got 1" + MALFORMED),
        header(
            "{\"a\":{\"shape\":[1.5]}}",
            0,
            ": expected an array of integers for shape, got 1.5" + MALFORMED),
        header(
            "{\"a\":{\"data_offsets\":0}}",
            0,
            ": expected an array of integers for data_offsets, got 0" + MALFORMED),
        header(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0]}}",
            0,
            ", tensor \"a\": expected two data_offsets, got [0]" + MALFORMED),
        header(
            "{" + tensor("a", "BF16", "[1]", 0, 2) + "}",
            2,
            ", tensor \"a\": expected dtype F32 or F64, got \"BF16\"; convert the tensor before"
                + " saving it"),
        header(
            "{" + tensor("a", "F32", "[-1]", 0, 4) + "}",
            4,
            ", tensor \"a\": expected extents from 0 to 2147483647, got shape [-1]" + MALFORMED),
        header(
            "{" + tensor("a", "F32", "[4294967297]", 0, 4) + "}",
            4,
            ", tensor \"a\": expected extents from 0 to 2147483647, got shape [4294967297]"
                + MALFORMED));
  }

  static Stream<Arguments> places() {
    return Stream.of(
        header(
            "{" + tensor("a", "F32", "[2]", 0, 8) + "}",
            4,
            ", tensor \"a\": expected offsets within the data, 4 bytes, got data_offsets [0, 8]"
                + TRUNCATED),
        header(
            "{" + tensor("a", "F32", "[1]", -4, 0) + "}",
            4,
            ", tensor \"a\": expected offsets within the data, 4 bytes, got data_offsets [-4, 0]"
                + TRUNCATED),
        header(
            "{" + tensor("a", "F32", "[1]", 4, 0) + "}",
            4,
            ", tensor \"a\": expected offsets within the data, 4 bytes, got data_offsets [4, 0]"
                + TRUNCATED),
        header(
            "{" + tensor("a", "F32", "[2]", 0, 8) + "," + tensor("b", "F32", "[1]", 4, 8) + "}",
            8,
            ", tensor \"b\": expected data that begins at byte 8, got data_offsets [4, 8] (overlap)"
                + DAMAGED),
        header(
            "{" + tensor("b", "F32", "[1]", 8, 12) + "," + tensor("a", "F32", "[1]", 0, 4) + "}",
            12,
            ", tensor \"b\": expected data that begins at byte 4, got data_offsets [8, 12] (hole)"
                + DAMAGED),
        header(
            "{" + tensor("a", "F32", "[1]", 0, 4) + "}",
            12,
            ": expected the tensors to fill the data, 12 bytes, got 4 bytes" + DAMAGED),
        header(
            "{" + tensor("a", "F64", "[3]", 0, 12) + "}",
            12,
            ", tensor \"a\": expected 3 elements of 8 bytes for shape [3], got 12 bytes" + DAMAGED),
        header(
            "{" + tensor("a", "F32", "[2,2147483647,2147483647]", 0, 12) + "}",
            12,
            ", tensor \"a\": expected 9223372028264841218 elements of 4 bytes for shape"
                + " [2, 2147483647, 2147483647], got 12 bytes"
                + DAMAGED));
  }

  static Stream<Arguments> namesAndMetadata() {
    String a = tensor("a", "F32", "[0]", 0, 0);
    String twice = " twice; save it again with distinct names";
    return Stream.of(
        header("{" + a + "," + a + "}", 0, ": expected each name once, got \"a\"" + twice),
        header(
            "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F64\"}}",
            0,
            ": expected each name once, got \"dtype\"" + twice),
        header(
            "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}",
            0,
            ": expected each name once, got \"k\"" + twice),
        header(
            "{\"__metadata__\":{},\"__metadata__\":{}}",
            0,
            ": expected each name once, got \"__metadata__\"" + twice),
        header(
            "{\"__metadata__\":{\"k\":1}}",
            0,
            ": expected a string under metadata key \"k\", got 1" + MALFORMED),
        header(
            "{\"__metadata__\":[]}",
            0,
            ": expected an object of strings under __metadata__, got [" + MALFORMED),
        header(
            "{\"__metadata__\":{\"sha256\":\"ab\"}}",
            0,
            ": expected 64 hexadecimal digits under metadata key \"sha256\", got \"ab\""
                + MALFORMED),
        header("{\"a\\nb\":1}", 0, ": expected an object for tensor \"a?b\", got 1" + MALFORMED));
  }

  @ParameterizedTest
  @MethodSource({"framing", "entries", "places", "namesAndMetadata"})
  void namesThePlaceTheExpectationAndTheRemedy(byte[] content, String message) throws IOException {
    Path file = Files.write(directory.resolve("x.safetensors"), content);

    assertThatExceptionOfType(SafetensorsException.class)
        .isThrownBy(() -> SafetensorsFile.read(file))
        .withMessage("safetensors " + file + message);
  }

  @Test
  void malformedJsonIsOneLine() throws IOException {
    for (String json : List.of("{\"a\":}", "{\"a\"", "{\"a\":\n!}", "{1:2}", "{\"a\u0000\":1}")) {
      byte[] header = json.getBytes(StandardCharsets.UTF_8);
      Path file = Files.write(directory.resolve("x"), bytes(header.length, header, 0));

      assertThat(catchThrowable(() -> SafetensorsFile.read(file)))
          .as(json)
          .isInstanceOf(SafetensorsException.class)
          .hasMessageStartingWith("safetensors " + file + ": expected ")
          .hasMessageEndingWith(MALFORMED)
          .hasMessageNotContainingAny("\n", "\r", "\u0000");
    }
  }

  @Test
  void changedDataFailTheChecksum() throws IOException {
    String zeros = "0".repeat(64);
    byte[] header =
        "{\"__metadata__\":{\"sha256\":\"%s\"}}".formatted(zeros).getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(directory.resolve("x"), bytes(header.length, header, 0));

    // The sum comes from Python's hashlib.
    assertThatExceptionOfType(SafetensorsException.class)
        .isThrownBy(() -> SafetensorsFile.read(file))
        .withMessage(
            "safetensors %s: expected content with SHA-256 %s, got 37f6cab6b4d660d9748878ee7a8a75df25468b81ed6ae160d24a9df1f7cce0ce%s or take an older one"
                .formatted(file, zeros, DAMAGED));
  }

  @Test
  void aMissingFileIsNoSafetensorsException() {
    Path file = directory.resolve("none");

    assertThat(catchThrowable(() -> SafetensorsFile.read(file)))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(SafetensorsException.class)
        .hasMessageStartingWith(
            "safetensors " + file + ": expected a readable file, got " + file + " (")
        .hasMessageEndingWith("; check the path and the permissions");
  }
}
