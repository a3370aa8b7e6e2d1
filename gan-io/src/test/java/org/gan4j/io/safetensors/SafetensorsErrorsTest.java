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
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One crafted file for each kind of damage, with the complete message. */
final class SafetensorsErrorsTest {
  private static final String DAMAGED =
      "; the file is damaged or not safetensors; save or fetch it again";

  @TempDir Path directory;

  private static String tensor(String name, String dtype, String shape, long begin, long end) {
    return String.format(
        Locale.ROOT,
        "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
        name,
        dtype,
        shape,
        begin,
        end);
  }

  static byte[] bytes(long headerLength, byte[] header, int data) {
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
    byte[] wide = "{}".getBytes(StandardCharsets.UTF_16LE);
    return Stream.of(
        arguments(
            new byte[7],
            ": expected at least 8 bytes for the header's length, got 7 bytes" + DAMAGED),
        arguments(bytes(1, empty, 0), ": expected a header of 2 to 2 bytes, got 1" + DAMAGED),
        arguments(bytes(3, empty, 0), ": expected a header of 2 to 2 bytes, got 3" + DAMAGED),
        arguments(
            bytes(-1, empty, 8),
            ": expected a header of 2 to 10 bytes, got 18446744073709551615" + DAMAGED),
        arguments(
            bytes(2, new byte[] {(byte) 0xff, '}'}, 0),
            ": expected a header in UTF-8, got other bytes" + DAMAGED),
        arguments(
            bytes(wide.length, wide, 0),
            ": expected a header in JSON, got Illegal character ((CTRL-CHAR, code 0)): only regular"
                + " white space (\\r, \\n, \\t) is allowed between tokens"
                + DAMAGED),
        header(" {}", 0, ": expected a header that begins with {, got \" {}\"" + DAMAGED),
        header("[]", 0, ": expected a header that begins with {, got \"[]\"" + DAMAGED),
        header("{}", 4, ": expected 0 bytes of data, as the header says, got 4 bytes" + DAMAGED));
  }

  private static Arguments entry(String json) {
    return header(
        "{\"a\":" + json + "}",
        0,
        ", tensor \"a\": expected a string as dtype, counts as shape, two counts as data_offsets, and"
            + " no other key, got \""
            + json
            + '"'
            + DAMAGED);
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        entry("1"),
        entry("[]"),
        entry("null"),
        entry("{\"dtype\":\"F32\"}"),
        entry("{\"dtype\":\"F32\",\"shape\":[],\"offsets\":[0,4]}"),
        entry("{\"dtype\":1,\"shape\":[0],\"data_offsets\":[0,0]}"),
        entry("{\"dtype\":\"F32\",\"shape\":[0.0],\"data_offsets\":[0,0]}"),
        entry("{\"dtype\":\"F32\",\"shape\":[\"0\"],\"data_offsets\":[0,0]}"),
        entry("{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,0]}"),
        entry("{\"dtype\":\"F32\",\"shape\":{},\"data_offsets\":[0,0]}"),
        entry("{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":0}"),
        entry("{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0]}"),
        entry("{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,-4]}"),
        entry("{\"dtype\":\"F32\",\"shape\":[18446744073709551616],\"data_offsets\":[0,0]}"),
        entry("{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0],\"k\":1}"),
        header(
            "{" + tensor("a", "BF16", "[1]", 0, 2) + "}",
            2,
            ", tensor \"a\": expected dtype F32 or F64, got \"BF16\"; convert the tensor before"
                + " saving it"),
        header(
            "{" + tensor("a", "F32", "[4294967297]", 0, 4) + "}",
            4,
            ", tensor \"a\": expected a shape whose elements can be counted, got \"[4294967297]\""
                + DAMAGED),
        header(
            "{" + tensor("a", "F32", "[2147483647,2147483647,2147483647]", 0, 4) + "}",
            4,
            ", tensor \"a\": expected a shape whose elements can be counted, got"
                + " \"[2147483647,2147483647,2147483647]\""
                + DAMAGED));
  }

  private static Arguments misplaced(
      String tensors, int data, String name, String expected, String got) {
    return header(
        "{" + tensors + "}",
        data,
        String.format(
                Locale.ROOT,
                ", tensor \"%s\": expected data_offsets from %s, got %s",
                name,
                expected,
                got)
            + DAMAGED);
  }

  static Stream<Arguments> places() {
    String a = tensor("a", "F32", "[1]", 0, 4);
    return Stream.of(
        misplaced(tensor("a", "F32", "[1]", 4, 0), 4, "a", "0 for 1 elements of 4 bytes", "[4, 0]"),
        misplaced(
            tensor("b", "F32", "[2]", 2, 10) + "," + a,
            10,
            "b",
            "4 for 2 elements of 4 bytes",
            "[2, 10]"),
        misplaced(
            tensor("b", "F32", "[1]", 8, 12) + "," + a,
            12,
            "b",
            "4 for 1 elements of 4 bytes",
            "[8, 12]"),
        misplaced(
            tensor("a", "F64", "[3]", 0, 12), 12, "a", "0 for 3 elements of 8 bytes", "[0, 12]"),
        misplaced(
            tensor("a", "F32", "[2,2147483647,2147483647]", 0, 12),
            12,
            "a",
            "0 for 9223372028264841218 elements of 4 bytes",
            "[0, 12]"),
        header(
            "{" + tensor("a", "F32", "[1000000000]", 0, 4_000_000_000L) + "}",
            4,
            ": expected 4000000000 bytes of data, as the header says, got 4 bytes" + DAMAGED),
        header(
            "{" + a + "}",
            12,
            ": expected 4 bytes of data, as the header says, got 12 bytes" + DAMAGED));
  }

  private static Arguments twice(String json, String name) {
    return header(
        json, 0, ": expected a header in JSON, got Duplicate field '" + name + "'" + DAMAGED);
  }

  private static Arguments metadata(String json) {
    return header(
        "{\"__metadata__\":" + json + "}",
        0,
        ": expected __metadata__ to be an object of strings, got \"" + json + '"' + DAMAGED);
  }

  static Stream<Arguments> namesAndMetadata() {
    String a = tensor("a", "F32", "[0]", 0, 0);
    return Stream.of(
        twice("{" + a + "," + a + "}", "a"),
        twice("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F64\"}}", "dtype"),
        twice("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", "k"),
        twice("{\"__metadata__\":{},\"__metadata__\":{}}", "__metadata__"),
        metadata("{\"k\":1}"),
        metadata("{\"k\":null}"),
        metadata("[]"),
        metadata("\"k\""),
        header(
            "{\"a\\nb\":1}",
            0,
            ", tensor \"a?b\": expected a string as dtype, counts as shape, two counts as"
                + " data_offsets, and no other key, got \"1\""
                + DAMAGED),
        header(
            "{\"__metadata__\":{\"k\":\"\\ud800\"}}",
            0,
            ": expected names and metadata that Unicode allows, got SafetensorsFile: expected valid"
                + " Unicode, got a lone surrogate in \"\ud800\"; remove it"
                + DAMAGED));
  }

  static Stream<Arguments> checksums() {
    String remedy =
        "; the file is damaged, or another program kept the metadata gan4j.*; fetch it again, or"
            + " save it without them";
    String expected = ": expected content with the SHA-256 that its header states at the beginning";
    // The sums come from Python's hashlib.
    return Stream.of(
        header(
            "{\"__metadata__\":{\"gan4j.format\":\"1\",\"gan4j.sha256\":\""
                + "0".repeat(64)
                + "\"}}",
            0,
            expected
                + ", got content with 80043fb16e9fa1f944fc851bf9613e95b88df8abb32b73518efbaae8ebc435d8"
                + remedy),
        header(
            "{\"__metadata__\":{\"gan4j.format\":\"2\"}}",
            0,
            ": expected gan4j.format 1, got 2; a newer GAN4J wrote the file, use that one; or it"
                + " is damaged"),
        header(
            "{\"__metadata__\":{\"gan4j.format\":\"1\"}}",
            0,
            expected
                + ", got content with 77c16a397847800c2ecd77a73aef4a973f90a9a63d2fbc14cbff3b0a9c8bfdab"
                + remedy),
        header(
            "{\"__metadata__\":{\"a\":\"\",\"gan4j.sha256\":\"\"}}",
            0,
            expected
                + ", got content with 4356223425ba70659c2a24aeea0a04cd7a9a1cae96de7b82b4df04957bef1ef3"
                + remedy));
  }

  @ParameterizedTest
  @MethodSource({"framing", "entries", "places", "namesAndMetadata", "checksums"})
  void namesThePlaceTheExpectationAndTheRemedy(byte[] content, String message) throws IOException {
    Path file = Files.write(directory.resolve("x.safetensors"), content);

    assertThatExceptionOfType(SafetensorsException.class)
        .isThrownBy(() -> SafetensorsFile.read(file))
        .withMessage("safetensors " + file + message);
  }

  @Test
  void malformedJsonIsOneLine() throws IOException {
    for (String json :
        List.of(
            "{\"a\":}", "{\"a\"", "{\"a\":\n!}", "{1:2}", "{\"a\u0000\":1}", "{} {", "{}/**/")) {
      byte[] header = json.getBytes(StandardCharsets.UTF_8);
      Path file = Files.write(directory.resolve("x"), bytes(header.length, header, 0));

      assertThat(catchThrowable(() -> SafetensorsFile.read(file)))
          .as(json)
          .isInstanceOf(SafetensorsException.class)
          .hasMessageStartingWith("safetensors " + file + ": expected a header in JSON, got ")
          .hasMessageEndingWith(DAMAGED)
          .hasMessageNotContainingAny("\n", "\r", "\u0000");
    }
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
