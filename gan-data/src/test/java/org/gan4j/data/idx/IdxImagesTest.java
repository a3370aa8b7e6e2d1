package org.gan4j.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.gan4j.core.Shape;
import org.gan4j.data.DataException;
import org.gan4j.data.Dataset;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.file.ValueRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxImagesTest {
  @TempDir private Path folder;

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private LabelledDataset read(byte[] images, byte[] labels) throws IOException {
    return IdxImages.read(write("images", images), write("labels", labels), 10);
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
        IdxImages.read(
            write("plain-images" + ending, IdxBytes.twoImages()),
            write("plain-labels" + ending, IdxBytes.labels(7, 0)),
            10);
    LabelledDataset compressed =
        IdxImages.read(
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
  void refusesWhatIsNoIdxFileOfItsKind() throws IOException {
    assertFails(
        IdxBytes.of(0x00000703, new int[] {1, 1, 1}, 1),
        IdxBytes.labels(1),
        "IDX file IMAGES, byte 0: expected magic number 0x0000TTNN, a type TT of 08, 09, 0b, 0c, 0d"
            + " or 0e and NN from 01 to 08, got 0x00000703; replace the file");
    assertFails(
        IdxBytes.labels(1, 2),
        IdxBytes.labels(1, 2),
        "IDX file IMAGES, byte 3: expected 3 or 4 axes, pictures [n, height, width] or [n, height,"
            + " width, channels], got 1; replace the file");
    assertFails(
        IdxBytes.of(0x00000804, new int[] {1, 1, 1, 2}, 1, 2),
        IdxBytes.labels(1),
        "IDX file IMAGES, byte 16: expected 1 or 3 channels, pictures [n, height, width] or [n,"
            + " height, width, channels], got 2; replace the file");
    assertFails(
        IdxBytes.twoImages(),
        IdxBytes.twoImages(),
        "IDX file LABELS, byte 3: expected 1 axes, labels [n], got 3; replace the file");
  }

  @Test
  void refusesFilesOfAnotherSizeThanTheirHeaderSays() throws IOException {
    byte[] images = IdxBytes.twoImages();

    assertFails(
        Arrays.copyOf(images, images.length - 1),
        IdxBytes.labels(1, 2),
        "IDX file IMAGES, byte 16: expected 12 bytes for the extents [2, 2, 3], got 11; replace the"
            + " file");
    assertFails(
        images,
        IdxBytes.of(IdxBytes.LABELS, new int[] {2}, 1, 2, 3),
        "IDX file LABELS, byte 8: expected 2 bytes for the extents [2], got 3; replace the file");
    assertHeaderFails(images, 0, 0);
    assertHeaderFails(images, 3, 0);
    assertHeaderFails(images, 4, 4);
    assertHeaderFails(images, 15, 4);
  }

  private void assertHeaderFails(byte[] images, int length, int at) throws IOException {
    assertFails(
        Arrays.copyOf(images, length),
        IdxBytes.labels(1, 2),
        "IDX file IMAGES, byte "
            + at
            + ": expected a complete header, got a truncated file; replace the file");
  }

  @Test
  void refusesExtentsThatNoFileHas() throws IOException {
    String expected =
        "IDX file IMAGES, byte 4: expected extents from 1, with at most 2147483647 bytes in a"
            + " sample, got ";
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
    assertFails(
        IdxBytes.of(IdxBytes.IMAGES, new int[] {Integer.MAX_VALUE, 1 << 15, 1 << 15}),
        IdxBytes.labels(1, 2),
        "IDX file IMAGES, byte 16: expected 2305843008139952128 bytes for the extents [2147483647,"
            + " 32768, 32768], got 0; replace the file");
  }

  /** Each type once, with the numbers written by Java's own streams. */
  @Test
  void readsEveryElementType() throws IOException {
    assertPixels(0x08, new ValueRange(0, 200), 0, 200, 50);
    assertPixels(0x09, new ValueRange(-100, 100), -100, 100, -50);
    assertPixels(0x0b, new ValueRange(-1000, 3000), -1000, 3000, 0);
    assertPixels(0x0c, new ValueRange(0, 1 << 20), 0, 1 << 20, 1 << 18);
    assertPixels(0x0d, new ValueRange(-0.5, 0.5), -0.5, 0.5, -0.25);
    assertPixels(0x0e, new ValueRange(0, 1), 0, 1, 0.25);
  }

  private void assertPixels(int type, ValueRange range, double... pixels) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int word : new int[] {type << 8 | 3, 1, 1, 3}) {
      out.writeInt(word);
    }
    for (double pixel : pixels) {
      switch (type) {
        case 0x08, 0x09 -> out.writeByte((int) pixel);
        case 0x0b -> out.writeShort((int) pixel);
        case 0x0c -> out.writeInt((int) pixel);
        case 0x0d -> out.writeFloat((float) pixel);
        default -> out.writeDouble(pixel);
      }
    }
    float[] scaled = new float[3];
    IdxImages.read(write("typed", IdxBytes.gzip(bytes.toByteArray())), range).copy(0, scaled, 0);
    assertThat(scaled).as("type %x", type).containsExactly(-1, 1, -0.5f);
  }

  @Test
  void readsColours() throws IOException {
    Path file =
        write("colours", IdxBytes.of(0x804, new int[] {1, 1, 2, 3}, 0, 51, 102, 153, 204, 255));
    Dataset data = IdxImages.read(file, ValueRange.BYTES);
    float[] values = new float[6];
    data.copy(0, values, 0);

    assertThat(data.image()).contains(new ImageGeometry(3, 1, 2));
    assertThat(values)
        .containsExactly(new float[] {-1, -0.6f, -0.2f, 0.2f, 0.6f, 1}, within(1e-6f));
  }

  @Test
  void refusesPixelsOutOfTheRange() throws IOException {
    Path file = write("range", IdxBytes.twoImages());

    assertThatThrownBy(() -> IdxImages.read(file, new ValueRange(0, 200)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "IDX file "
                + file
                + ", byte 17: expected pixels from 0.0 to 200.0, got 255; replace the file");
  }

  /** A header may announce 2 GiB in a few bytes; nothing of the kind is reserved. */
  @Test
  void refusesHeadersThatNoCompressedFileCanFill() throws IOException {
    byte[] claim = IdxBytes.of(IdxBytes.IMAGES, new int[] {1 << 11, 1 << 10, 1 << 10}, 1, 2, 3);
    int size = IdxBytes.gzip(claim).length;

    assertGzipFails(
        IdxBytes.gzip(claim),
        "byte 16: expected 2147483648 bytes for the extents [2048, 1024, 1024], got a compressed"
            + " file of "
            + size
            + ", too small for them");
  }

  /** The bomb unpacks to 64 MiB, of which only its header and 3 bytes are read. */
  @Test
  void unpacksNoMoreThanTheHeaderAnnounces() throws IOException {
    byte[] bomb = Arrays.copyOf(IdxBytes.labels(1, 2), 1 << 26);

    Path labels = write("bomb.gz", IdxBytes.gzip(bomb));
    Path images = write("images", IdxBytes.twoImages());
    assertThatThrownBy(() -> IdxImages.read(images, labels, 10))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "IDX file "
                + labels
                + ", byte 8: expected 2 bytes for the extents [2], got more; replace the file");
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
        "IDX file LABELS, byte 9: expected labels from 0 to 9, got 10; replace the file");
    assertFails(
        IdxBytes.twoImages(),
        IdxBytes.labels(255, 0),
        "IDX file LABELS, byte 8: expected labels from 0 to 9, got 255; replace the file");
  }

  @Test
  void refusesAMissingFile() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> IdxImages.read(missing, missing, 10))
        .isInstanceOf(DataException.class)
        .hasMessage("IDX file: expected " + missing + ", got no such file; put it there");
  }

  @Test
  void refusesAFolder() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));

    assertThatThrownBy(() -> IdxImages.read(images, images, 10))
        .isInstanceOf(DataException.class)
        .hasMessage("IDX file " + images + ": expected a file, got a folder; replace the file");
  }

  private void assertGzipFails(byte[] content, String expectation) throws IOException {
    Path images = write("images.gz", content);
    Path labels = write("labels", IdxBytes.labels(1, 2));

    assertThatThrownBy(() -> IdxImages.read(images, labels, 10))
        .isInstanceOf(DataException.class)
        .hasMessage(
            String.format(Locale.ROOT, "IDX file %s, %s; replace the file", images, expectation));
  }

  @Test
  void refusesDamagedGzip() throws IOException {
    byte[] whole = IdxBytes.gzip(IdxBytes.twoImages());
    byte[] wrongSum = whole.clone();
    wrongSum[wrongSum.length - 8] ^= 1;

    assertGzipFails(
        Arrays.copyOf(whole, whole.length / 2),
        "byte 16: expected complete compressed content, got a truncated file");
    assertGzipFails(
        Arrays.copyOf(whole, 5),
        "byte 0: expected complete compressed content, got a truncated file");
    assertGzipFails(new byte[0], "byte 0: expected a complete header, got a truncated file");
    assertGzipFails(
        wrongSum, "byte 16: expected intact compressed content, got Corrupt GZIP trailer");
  }
}
