package org.gan4j.io.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsFileTest {
  @TempDir Path directory;

  private static SafetensorsFile sample() {
    return new SafetensorsFile(
        Map.of(
            "w", TensorData.of(Shape.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}),
            "scalar", TensorData.of(Shape.scalar(), new double[] {Math.PI}),
            "b", TensorData.of(Shape.of(1), new double[] {-0.0}),
            "none", TensorData.of(Shape.of(0, 7), new float[0])),
        Map.of("step", "12", "config", "{\"seed\": 42,\n\"name\": \"größe 😀\"}"));
  }

  private Path write(SafetensorsFile content) throws IOException {
    Path file = directory.resolve("a.safetensors");
    content.write(file);
    return file;
  }

  private static String header(byte[] bytes) {
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return new String(bytes, 8, (int) length, StandardCharsets.UTF_8);
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    SafetensorsFile read = SafetensorsFile.read(write(sample()));

    assertThat(read).isEqualTo(sample());
    assertThat(read.tensors().get("w").floats()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read.tensors().get("scalar").doubles()).containsExactly(Math.PI);
    assertThat(read.tensors().get("none").shape()).isEqualTo(Shape.of(0, 7));
    assertThat(read.metadata()).containsOnlyKeys("step", "config");
  }

  @Test
  void readsBackWithoutTensorsAndMetadata() throws IOException {
    SafetensorsFile nothing = new SafetensorsFile(Map.of(), Map.of());

    assertThat(SafetensorsFile.read(write(nothing))).isEqualTo(nothing);
  }

  @Test
  void keepsEveryBit() throws IOException {
    int[] singles = {0x7fc00001, 0xffc12345, 0x7f800001, 0x80000000, 1, 0x7f800000};
    long[] doubles = {0x7ff8000000000001L, 0xfff0000000000001L, 0x8000000000000000L, 1L};
    ByteBuffer bytes = ByteBuffer.allocate(singles.length * 4);
    Arrays.stream(singles).forEach(bytes::putInt);
    float[] floats = new float[singles.length];
    bytes.flip().asFloatBuffer().get(floats);
    ByteBuffer wide = ByteBuffer.allocate(doubles.length * 8);
    Arrays.stream(doubles).forEach(wide::putLong);
    double[] values = new double[doubles.length];
    wide.flip().asDoubleBuffer().get(values);
    TensorData f = TensorData.of(Shape.of(floats.length), floats);
    TensorData d = TensorData.of(Shape.of(values.length), values);

    SafetensorsFile read =
        SafetensorsFile.read(write(new SafetensorsFile(Map.of("f", f, "d", d), Map.of())));

    ByteBuffer data = ByteBuffer.wrap(read.tensors().get("f").littleEndian());
    int[] gotSingles = new int[singles.length];
    data.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(gotSingles);
    assertThat(gotSingles).containsExactly(singles);
    long[] gotDoubles = new long[doubles.length];
    ByteBuffer.wrap(read.tensors().get("d").littleEndian())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asLongBuffer()
        .get(gotDoubles);
    assertThat(gotDoubles).containsExactly(doubles);
    assertThat(Float.floatToRawIntBits(read.tensors().get("f").floats()[1])).isEqualTo(0xffc12345);
  }

  @Test
  void laysTheFileOutAsTheFormatSays() throws IOException {
    byte[] bytes = Files.readAllBytes(write(sample()));
    String header = header(bytes);

    assertThat(bytes[8]).isEqualTo((byte) '{');
    assertThat(bytes.length - 40).isEqualTo(8 + header.getBytes(StandardCharsets.UTF_8).length);
    assertThat((bytes.length - 40) % 8).isZero();
    assertThat(header)
        .matches("(?s)\\{.*\\} {0,7}")
        .contains(
            "\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                + "\"scalar\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[8,16]},"
                + "\"none\":{\"dtype\":\"F32\",\"shape\":[0,7],\"data_offsets\":[16,16]},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[16,40]}}");
    float[] w = new float[6];
    ByteBuffer.wrap(bytes, bytes.length - 24, 24)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(w);
    assertThat(w).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void theChecksumStandsAtAFixedPlaceAndIsTheSha256OfAllOtherBytes() throws Exception {
    byte[] bytes = Files.readAllBytes(write(sample()));
    String start = "{\"__metadata__\":{\"gan4j.format\":\"1\",\"gan4j.sha256\":\"";
    int at = 8 + start.length();

    assertThat(header(bytes)).startsWith(start);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(bytes, 0, at);
    sha256.update(bytes, at + 64, bytes.length - at - 64);
    assertThat(new String(bytes, at, 64, StandardCharsets.US_ASCII))
        .isEqualTo(HexFormat.of().formatHex(sha256.digest()));
  }

  @Test
  void equalContentGivesEqualBytes() throws IOException {
    Map<String, TensorData> reversed = new LinkedHashMap<>();
    sample().tensors().entrySet().stream()
        .sorted(Map.Entry.<String, TensorData>comparingByKey().reversed())
        .forEach(e -> reversed.put(e.getKey(), e.getValue()));
    byte[] first = Files.readAllBytes(write(sample()));
    byte[] second = Files.readAllBytes(write(new SafetensorsFile(reversed, sample().metadata())));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void readsTheLayoutOfPython() throws Exception {
    // Written by make_fixture.py beside it.
    Path file = Path.of(getClass().getResource("python-layout.safetensors").toURI());
    SafetensorsFile read = SafetensorsFile.read(file);

    assertThat(read.metadata()).containsExactly(Map.entry("format", "pt"));
    assertThat(read.tensors()).containsOnlyKeys("d.0.weight", "empty", "größe", "proof.log_ratio");
    TensorData weight = read.tensors().get("d.0.weight");
    assertThat(weight.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(weight.floats())
        .containsExactly(1.5f, -2.25f, Float.MIN_VALUE, 4f, Float.POSITIVE_INFINITY, -6.5f);
    assertThat(read.tensors().get("größe"))
        .isEqualTo(TensorData.of(Shape.scalar(), new float[] {0.1f}));
    assertThat(read.tensors().get("proof.log_ratio"))
        .isEqualTo(TensorData.of(Shape.of(2), new double[] {0.1, -0.0}));
    assertThat(read.tensors().get("empty").shape()).isEqualTo(Shape.of(0, 4));
  }

  @Test
  void copiesTheMapsAndLocksThem() {
    Map<String, String> metadata = new HashMap<>(Map.of("a", "b"));
    SafetensorsFile file = new SafetensorsFile(Map.of(), metadata);
    metadata.put("c", "d");

    assertThat(file.metadata()).containsOnlyKeys("a").isUnmodifiable();
    assertThat(file.tensors()).isUnmodifiable();
  }

  @Test
  void refusesWhatTheFormatCannotHold() {
    TensorData one = TensorData.of(Shape.scalar(), new float[1]);
    Map<String, String> none = new HashMap<>();
    none.put("key", null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SafetensorsFile(Map.of("__metadata__", one), Map.of()))
        .withMessage(
            "SafetensorsFile tensors: expected names that the format does not use, got"
                + " \"__metadata__\"; rename it");
    for (String key : List.of("gan4j.format", "gan4j.sha256")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SafetensorsFile(Map.of(), Map.of(key, "x")))
          .withMessage(
              "SafetensorsFile metadata: expected names that the format does not use, got \"%s\";"
                      .formatted(key)
                  + " rename it");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SafetensorsFile(Map.of(), none))
        .withMessage(
            "SafetensorsFile metadata: expected a value for \"key\", got null; leave the entry out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SafetensorsFile(Map.of("\ud800", one), Map.of()))
        .withMessageContaining("lone surrogate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SafetensorsFile(Map.of(), Map.of("key", "\udc00")))
        .withMessageContaining("lone surrogate");
  }

  @Test
  void aFileThatDoesNotReadBackAsWrittenIsRefused() throws IOException {
    Path written = Files.write(directory.resolve("written"), new byte[9]);
    Path target = directory.resolve("target");

    assertThatExceptionOfType(SafetensorsException.class)
        .isThrownBy(() -> new SafetensorsWriter(target, sample()).verify(written))
        .withMessageStartingWith(
            "safetensors " + target + ": expected a file that reads back as written, got ")
        .withMessageEndingWith("; the old file is kept; check the disk");
    new SafetensorsFile(Map.of(), Map.of()).write(written);
    assertThatExceptionOfType(SafetensorsException.class)
        .isThrownBy(() -> new SafetensorsWriter(target, sample()).verify(written))
        .withMessageContaining("got other content");
  }

  @Test
  void anInterruptedThreadStillWritesAndReads() throws IOException {
    Thread.currentThread().interrupt();
    try {
      assertThat(SafetensorsFile.read(write(sample()))).isEqualTo(sample());
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
