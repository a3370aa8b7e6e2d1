package org.gan4j.data.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.gan4j.core.Shape;
import org.gan4j.data.DataException;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarImagesTest {
  @TempDir private Path folder;

  /** A record: red rises by the row, green by the column, blue is the given byte. */
  private static byte[] record(int blue, int... labels) {
    byte[] bytes = new byte[labels.length + 3072];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    for (int pixel = 0; pixel < 1024; pixel++) {
      bytes[labels.length + pixel] = (byte) (pixel / 32);
      bytes[labels.length + 1024 + pixel] = (byte) (pixel % 32 * 8);
      bytes[labels.length + 2048 + pixel] = (byte) blue;
    }
    return bytes;
  }

  private Path write(String name, byte[]... records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] record : records) {
      bytes.write(record);
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private static int pixel(float value) {
    return Math.round((value + 1) * 127.5f);
  }

  @Test
  void planesAreInterleaved() throws IOException {
    LabelledDataset data =
        CifarImages.read(
            List.of(
                write("data_batch_1.bin", record(7, 3), record(200, 9)),
                write("data_batch_2.bin", record(255, 0))),
            CifarLabels.TEN);
    float[] picture = new float[3072];
    data.copy(1, picture, 0);

    assertThat(data.size()).isEqualTo(3);
    assertThat(data.sampleShape()).isEqualTo(Shape.of(3072));
    assertThat(data.image()).contains(new ImageGeometry(3, 32, 32));
    assertThat(data.classes()).isEqualTo(10);
    assertThat(new int[] {data.label(0), data.label(1), data.label(2)}).containsExactly(3, 9, 0);
    for (int row = 0; row < 32; row++) {
      for (int column = 0; column < 32; column++) {
        int at = (row * 32 + column) * 3;
        assertThat(pixel(picture[at])).isEqualTo(row);
        assertThat(pixel(picture[at + 1])).isEqualTo(column * 8);
        assertThat(pixel(picture[at + 2])).isEqualTo(200);
      }
    }
  }

  @Test
  void hundredClassesHaveCoarseAndFineLabels() throws IOException {
    List<Path> files = List.of(write("train.bin", record(1, 19, 99), record(2, 4, 7)));

    LabelledDataset fine = CifarImages.read(files, CifarLabels.FINE);
    LabelledDataset coarse = CifarImages.read(files, CifarLabels.COARSE);

    assertThat(fine.classes()).isEqualTo(100);
    assertThat(new int[] {fine.label(0), fine.label(1)}).containsExactly(99, 7);
    assertThat(coarse.classes()).isEqualTo(20);
    assertThat(new int[] {coarse.label(0), coarse.label(1)}).containsExactly(19, 4);
  }

  private void assertFails(byte[] content, CifarLabels kind, String message) throws IOException {
    Path file = write("bad.bin", content);
    assertThatThrownBy(() -> CifarImages.read(List.of(file), kind))
        .isInstanceOf(DataException.class)
        .hasMessage("CIFAR file " + file + ", " + message + "; replace the file");
  }

  @Test
  void faultsAreNamedWithTheirByte() throws IOException {
    byte[] record = record(1, 3);
    assertFails(
        Arrays.copyOf(record, 3072),
        CifarLabels.TEN,
        "byte 0: expected whole records of 3073 bytes, got 3072 bytes");
    assertFails(
        Arrays.copyOf(record, 3074),
        CifarLabels.TEN,
        "byte 3073: expected whole records of 3073 bytes, got 3074 bytes");
    assertFails(
        new byte[0], CifarLabels.TEN, "byte 0: expected whole records of 3073 bytes, got 0 bytes");
    assertFails(record(1, 10), CifarLabels.TEN, "byte 0: expected labels from 0 to 9, got 10");
    assertFails(
        record(1, 19, 100), CifarLabels.FINE, "byte 1: expected labels from 0 to 99, got 100");
  }

  @Test
  void compressedFilesAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(record(1, 3));
    }
    assertFails(
        bytes.toByteArray(),
        CifarLabels.TEN,
        "byte 0: expected records of 3073 bytes, got compressed content, unpack it");
  }
}
