package org.gan4j.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredValuesTest {
  @TempDir private Path folder;

  /** The bytes 0, 1, …, 47 in segments of 16, in the heap and mapped. */
  private StoredValues ramp(boolean mapped, ElementType type, ByteOrder order) throws IOException {
    byte[] bytes = new byte[48];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 5);
    }
    if (mapped) {
      Path file = Files.write(folder.resolve("ramp"), bytes);
      try (FileChannel channel = FileChannel.open(file)) {
        return StoredValues.mapped(type, order, channel, 0, bytes.length, 4);
      }
    }
    ByteBuffer all = ByteBuffer.wrap(bytes);
    ByteBuffer[] segments = {all.slice(0, 16), all.slice(16, 16), all.slice(32, 16)};
    return StoredValues.of(type, order, segments, 4);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void segmentsAreSeamless(boolean mapped) throws IOException {
    StoredValues values = ramp(mapped, ElementType.UINT8, ByteOrder.BIG_ENDIAN);
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = -i;
    }
    float[] found = new float[42];
    values.lookUp(5, 40, table, found, 1);

    assertThat(values.size()).isEqualTo(48);
    for (int i = 0; i < 48; i++) {
      assertThat(values.at(i)).isEqualTo(i * 5);
    }
    assertThat(found[0]).isZero();
    assertThat(found[41]).isZero();
    for (int i = 0; i < 40; i++) {
      assertThat(found[1 + i]).isEqualTo(-5f * (5 + i));
    }
    assertThatThrownBy(() -> values.at(48)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> values.lookUp(40, 9, table, found, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void bothByteOrdersAreRead(boolean mapped) throws IOException {
    StoredValues big = ramp(mapped, ElementType.INT32, ByteOrder.BIG_ENDIAN);
    StoredValues little = ramp(mapped, ElementType.UINT16, ByteOrder.LITTLE_ENDIAN);

    assertThat(big.size()).isEqualTo(12);
    assertThat(big.at(4)).isEqualTo(0x50555a5f);
    assertThat(little.at(9)).isEqualTo(0x5f5a);
  }

  /** By the definitions of the formats, and numpy's for half precision. */
  @ParameterizedTest
  @CsvSource({
    "UINT8, ff, 255",
    "INT8, ff, -1",
    "UINT16, ff00, 65280",
    "INT16, ff00, -256",
    "UINT32, ffffffff, 4294967295",
    "INT32, fffffffe, -2",
    "UINT64, 8000000000000000, 9223372036854775808",
    "UINT64, ffffffffffffffff, 18446744073709551616",
    "INT64, fffffffffffffffd, -3",
    "FLOAT16, 3c00, 1",
    "FLOAT16, c000, -2",
    "FLOAT16, 7bff, 65504",
    "FLOAT16, 0001, 5.960464477539063e-8",
    "FLOAT16, 3555, 0.333251953125",
    "FLOAT16, fc00, -Infinity",
    "FLOAT16, 7e00, NaN",
    "FLOAT32, 3fc00000, 1.5",
    "FLOAT64, bff8000000000000, -1.5"
  })
  void everyTypeIsRead(ElementType type, String hex, double expected) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }
    assertThat(bytes.length).isEqualTo(type.bytes());
    assertThat(type.read(ByteBuffer.wrap(bytes), 0)).isEqualTo((Object) expected);
  }

  @ParameterizedTest
  @CsvSource({"0", "100000000"})
  void aStoreKeepsWhatIsWritten(long mostInHeap) throws IOException {
    byte[] part = new byte[1000];
    for (int i = 0; i < part.length; i++) {
      part[i] = (byte) i;
    }
    long size = (1 << 24) + 5000;
    StoredValues values;
    try (ByteStore store = ByteStore.of(size, mostInHeap)) {
      assertThat(store.isFile()).isEqualTo(mostInHeap == 0);
      store.write((1 << 24) - 500, part, 1000);
      store.write(size - 1000, part, 1000);
      assertThatThrownBy(() -> store.write(size - 999, part, 1000))
          .isInstanceOf(IndexOutOfBoundsException.class);
      values = store.values(ElementType.UINT8, ByteOrder.BIG_ENDIAN, size);
    }
    assertThat(values.size()).isEqualTo(size);
    assertThat(values.at((1 << 24) - 501)).isZero();
    for (int i = 0; i < 1000; i++) {
      assertThat(values.at((1 << 24) - 500 + i)).isEqualTo(i & 0xff);
      assertThat(values.at(size - 1000 + i)).isEqualTo(i & 0xff);
    }
  }

  /** MNIST's pixels keep their bits. */
  @Test
  void bytesAreScaledInFloats() {
    for (int pixel = 0; pixel < 256; pixel++) {
      assertThat(ValueRange.BYTES.scale(pixel)).isEqualTo(pixel / 127.5f - 1);
    }
    assertThat(ValueRange.BYTES.table(ElementType.INT8)[255]).isEqualTo(-1 / 127.5f - 1);
  }

  @Test
  void rangesHaveTwoEnds() {
    assertThatThrownBy(() -> new ValueRange(1, 1))
        .hasMessage(
            "value range: expected finite numbers low < high that floats can tell apart, got 1.0"
                + " and 1.0");
    assertThatThrownBy(() -> new ValueRange(0, 1e-60)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ValueRange(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ValueRange(-1e300, 1e300))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
