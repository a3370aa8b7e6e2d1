package org.gan4j.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gan4j.core.Shape;
import org.gan4j.data.DataException;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxDatasetTest {
  @TempDir private Path folder;

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private LabelledDataset read(byte[] images, byte[] labels) throws IOException {
    return IdxDataset.read(write("images", images), write("labels", labels), 10);
  }

  private void assertFails(byte[] images, byte[] labels, String message) {
    assertThatThrownBy(() -> read(images, labels))
        .isInstanceOf(DataException.class)
        .hasMessage(
            message
                .replace("IMAGES", folder.resolve("images").toString())
                .replace("LABELS", folder.resolve("labels").toString()));
  }

  @Test
  void readsPicturesAndLabels() throws IOException {
    LabelledDataset dataset = read(IdxBytes.twoImages(), IdxBytes.labels(7, 0));
    float[] destination = new float[8];
    Arrays.fill(destination, 9);

    dataset.copy(0, destination, 1);

    assertThat(dataset.size()).isEqualTo(2);
    assertThat(dataset.sampleShape()).isEqualTo(Shape.of(6));
    assertThat(dataset.image()).contains(new ImageGeometry(1, 2, 3));
    assertThat(dataset.classes()).isEqualTo(10);
    assertThat(dataset.label(0)).isEqualTo(7);
    assertThat(dataset.label(1)).isZero();
    // pixel / 127.5 − 1 at 0, 255, 51, 102, 127, 128, by hand.
    assertThat(destination)
        .containsExactly(
            new float[] {9, -1, 1, -0.6f, -0.2f, -1 / 255f, 1 / 255f, 9}, within(1e-7f));
    assertThat(destination[1]).isEqualTo(-1);
    assertThat(destination[2]).isEqualTo(1);
  }

  /** Some tools unpack a download and keep its name, others keep it packed under a plain one. */
  @ParameterizedTest
  @ValueSource(strings = {"", ".gz"})
  void readsGzipWhateverTheName(String ending) throws IOException {
    LabelledDataset plain =
        IdxDataset.read(
            write("plain-images" + ending, IdxBytes.twoImages()),
            write("plain-labels" + ending, IdxBytes.labels(7, 0)),
            10);
    LabelledDataset compressed =
        IdxDataset.read(
            write("images" + ending, IdxBytes.gzip(IdxBytes.twoImages())),
            write("labels" + ending, IdxBytes.gzip(IdxBytes.labels(7, 0))),
            10);
    float[] expected = new float[6];
    float[] actual = new float[6];
    plain.copy(1, expected, 0);
    compressed.copy(1, actual, 0);

    assertThat(actual).containsExactly(expected);
    assertThat(compressed.label(0)).isEqualTo(7);
  }

  @Test
  void refusesAnIndexOutOfRange() throws IOException {
    LabelledDataset dataset = read(IdxBytes.twoImages(), IdxBytes.labels(7, 0));

    assertThatThrownBy(() -> dataset.copy(2, new float[6], 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> dataset.label(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesAWrongMagicNumber() throws IOException {
    assertFails(
        IdxBytes.labels(1, 2),
        IdxBytes.labels(1, 2),
        "IDX file IMAGES: expected magic number 0x00000803, got 0x00000801; replace the file");
    assertFails(
        IdxBytes.twoImages(),
        IdxBytes.of(0x00000d01, new int[] {2}, 1, 2),
        "IDX file LABELS: expected magic number 0x00000801, got 0x00000d01; replace the file");
  }

  @Test
  void refusesTruncatedFiles() throws IOException {
    byte[] images = IdxBytes.twoImages();

    assertFails(
        Arrays.copyOf(images, images.length - 1),
        IdxBytes.labels(1, 2),
        "IDX file IMAGES: expected 12 values for the extents [2, 2, 3], got 11, a truncated file;"
            + " replace the file");
    for (int length : new int[] {0, 3, 4, 15}) {
      assertFails(
          Arrays.copyOf(images, length),
          IdxBytes.labels(1, 2),
          "IDX file IMAGES: expected a complete header, got a truncated file; replace the file");
    }
  }

  @Test
  void refusesTrailingBytes() throws IOException {
    assertFails(
        IdxBytes.twoImages(),
        IdxBytes.of(IdxBytes.LABELS, new int[] {2}, 1, 2, 3),
        "IDX file LABELS: expected 2 values for the extents [2], got more, a file of the wrong size;"
            + " replace the file");
  }

  @Test
  void refusesExtentsThatNoFileHas() throws IOException {
    String expected =
        "IDX file IMAGES: expected extents from 1, of at most 2147483639 values, got ";
    assertFails(
        IdxBytes.of(IdxBytes.IMAGES, new int[] {0, 28, 28}),
        IdxBytes.labels(1, 2),
        expected + "[0, 28, 28]; replace the file");
    assertFails(
        IdxBytes.of(IdxBytes.IMAGES, new int[] {-1, 28, 28}),
        IdxBytes.labels(1, 2),
        expected + "[4294967295, 28, 28]; replace the file");
    assertFails(
        IdxBytes.of(IdxBytes.IMAGES, new int[] {1 << 30, 1 << 30, 1 << 30}),
        IdxBytes.labels(1, 2),
        expected + "[1073741824, 1073741824, 1073741824]; replace the file");
  }

  @Test
  void refusesCountsThatDiffer() throws IOException {
    assertFails(
        IdxBytes.twoImages(),
        IdxBytes.labels(1, 2, 3),
        "IDX files: expected as many labels as images, got 2 images in IMAGES and 3 labels in LABELS;"
            + " replace the files");
  }

  @Test
  void refusesALabelOutOfRange() throws IOException {
    assertFails(
        IdxBytes.twoImages(),
        IdxBytes.labels(9, 10),
        "IDX file LABELS: expected labels from 0 to 9, got 10 at index 1; replace the file");
    assertFails(
        IdxBytes.twoImages(),
        IdxBytes.labels(255, 0),
        "IDX file LABELS: expected labels from 0 to 9, got 255 at index 0; replace the file");
  }

  @Test
  void refusesAMissingFile() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> IdxDataset.read(missing, missing, 10))
        .isInstanceOf(DataException.class)
        .hasMessage("IDX file: expected " + missing + ", got no such file; put it there");
  }

  @Test
  void refusesAFolder() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));

    assertThatThrownBy(() -> IdxDataset.read(images, images, 10))
        .isInstanceOf(DataException.class)
        .hasMessage("IDX file " + images + ": expected a file, got a folder; replace the file");
  }

  private void assertGzipFails(byte[] content, String expectation) throws IOException {
    Path images = write("images.gz", content);
    Path labels = write("labels", IdxBytes.labels(1, 2));

    assertThatThrownBy(() -> IdxDataset.read(images, labels, 10))
        .isInstanceOf(DataException.class)
        .hasMessage("IDX file %s: %s; replace the file".formatted(images, expectation));
  }

  @Test
  void refusesDamagedGzip() throws IOException {
    byte[] whole = IdxBytes.gzip(IdxBytes.twoImages());
    byte[] wrongSum = whole.clone();
    wrongSum[wrongSum.length - 8] ^= 1;

    assertGzipFails(
        Arrays.copyOf(whole, whole.length / 2),
        "expected complete gzip content, got a truncated file");
    assertGzipFails(new byte[0], "expected a complete header, got a truncated file");
    assertGzipFails(wrongSum, "expected intact gzip content, got Corrupt GZIP trailer");
  }
}
