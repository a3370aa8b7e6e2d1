package org.gan4j.data.folder;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_4BYTE_ABGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.gan4j.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
  @TempDir private Path folder;

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("picture"), content);
  }

  private Picture read(BufferedImage image, String format) throws IOException {
    return PictureFile.read(write(PictureFiles.bytes(image, format)));
  }

  /** Grey samples are the stored numbers, which Java's colours are not. */
  @ParameterizedTest
  @ValueSource(ints = {TYPE_BYTE_GRAY, TYPE_USHORT_GRAY, TYPE_3BYTE_BGR, TYPE_4BYTE_ABGR})
  void pngSamplesAreThoseStored(int type) throws IOException {
    Picture picture = read(PictureFiles.ramp(type, 7, 4), "png");

    boolean grey = type == TYPE_BYTE_GRAY || type == TYPE_USHORT_GRAY;
    assertThat(picture.channels()).isEqualTo(grey ? 1 : 3);
    assertThat(picture.width()).isEqualTo(7);
    assertThat(picture.height()).isEqualTo(4);
    for (int i = 0; i < picture.samples().length; i++) {
      int pixel = i / picture.channels();
      int expected = pixel % 7 + 10 * (pixel / 7) + 50 * (i % picture.channels());
      assertThat(picture.samples()[i] & 0xff).as("sample %d", i).isEqualTo(expected);
    }
  }

  @Test
  void palettesAreLookedUp() throws IOException {
    BufferedImage indexed = new BufferedImage(2, 1, TYPE_BYTE_INDEXED);
    indexed.setRGB(0, 0, 0xff0000);
    indexed.setRGB(1, 0, 0x0000ff);
    BufferedImage binary = new BufferedImage(2, 1, TYPE_BYTE_BINARY);
    binary.setRGB(1, 0, 0xffffff);

    assertThat(read(indexed, "png").samples()).containsExactly(255, 0, 0, 0, 0, 255);
    assertThat(read(binary, "png").samples()).containsExactly(0, 0, 0, 255, 255, 255);
  }

  /** JPEG is not exact, but a grey ramp stays within a few levels. */
  @ParameterizedTest
  @ValueSource(ints = {TYPE_BYTE_GRAY, TYPE_3BYTE_BGR})
  void jpegSamplesAreCloseToThoseStored(int type) throws IOException {
    BufferedImage image = new BufferedImage(16, 16, type);
    for (int i = 0; i < 256; i++) {
      for (int band = 0; band < image.getRaster().getNumBands(); band++) {
        image.getRaster().setSample(i % 16, i / 16, band, 60 + i / 16 * 4);
      }
    }
    Picture picture = read(image, "jpeg");

    assertThat(picture.channels()).isEqualTo(type == TYPE_BYTE_GRAY ? 1 : 3);
    for (int i = 0; i < picture.samples().length; i++) {
      int expected = 60 + i / picture.channels() / 16 * 4;
      assertThat(picture.samples()[i] & 0xff).isBetween(expected - 4, expected + 4);
    }
  }

  /** By hand: means of areas, and the middle between two centres. */
  @Test
  void squaresAreScaled() {
    byte[] four = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 127, 126, 125};
    Picture picture = new Picture(4, 4, 1, four);

    assertThat(picture.square(4, 1)).isEqualTo(four);
    assertThat(picture.square(2, 1)).containsExactly(25, 45, 104, 115);
    assertThat(picture.square(1, 1)).containsExactly(72);
    assertThat(new Picture(2, 2, 1, new byte[] {0, 100, 100, 0}).square(4, 1))
        .containsExactly(0, 25, 75, 100, 25, 38, 63, 75, 75, 63, 38, 25, 100, 75, 25, 0);
    // Three pixels of 4 · 1/3 pixels each: 0·¾ + 10·¼, 10·½ + 20·½, 20·¼ + 30·¾.
    byte[] columns = new byte[16];
    for (int i = 0; i < 16; i++) {
      columns[i] = (byte) (i % 4 * 10);
    }
    assertThat(new Picture(4, 4, 1, columns).square(3, 1))
        .containsExactly(3, 15, 28, 3, 15, 28, 3, 15, 28);
  }

  @Test
  void theMiddleIsCropped() {
    assertThat(new Picture(5, 1, 1, new byte[] {1, 2, 3, 4, 5}).square(1, 1)).containsExactly(3);
    assertThat(new Picture(1, 4, 1, new byte[] {1, 2, 3, 4}).square(1, 1)).containsExactly(2);
  }

  /** The greys of Pillow's convert("L"): 76 for red, 150 for green and 29 for blue. */
  @Test
  void coloursBecomeGreyAndGreyBecomesColour() {
    byte[] colours = {-1, 0, 0, 0, -1, 0, 0, 0, -1, -1, -1, -1};
    assertThat(new Picture(2, 2, 3, colours).square(2, 1))
        .containsExactly((byte) 76, (byte) 150, (byte) 29, (byte) 255);
    assertThat(new Picture(1, 1, 1, new byte[] {9}).square(1, 3)).containsExactly(9, 9, 9);
  }

  private void assertFails(byte[] content, String message) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> PictureFile.read(file))
        .isInstanceOf(DataException.class)
        .hasMessage("image file " + file + ", " + message + "; replace the file");
  }

  private static byte[] png() throws IOException {
    return PictureFiles.bytes(PictureFiles.ramp(TYPE_3BYTE_BGR, 8, 8), "png");
  }

  /** Changes a byte of the header chunk and its checksum. */
  private static byte[] withHeader(int at, int value) throws IOException {
    byte[] bytes = png();
    ByteBuffer.wrap(bytes).putInt(at, value);
    CRC32 sum = new CRC32();
    sum.update(bytes, 12, 17);
    ByteBuffer.wrap(bytes).putInt(29, (int) sum.getValue());
    return bytes;
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    assertFails(new byte[0], "byte 0: expected a PNG or JPEG file, got an empty file");
    assertFails(
        "GIF89a, say".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        "byte 0: expected a PNG or JPEG file, got another format");
  }

  @Test
  void hugePicturesAreRefusedBeforeTheyAreDecoded() throws IOException {
    assertFails(
        withHeader(16, 1 << 24),
        "byte 16: expected a width and a height from 1, of at most 67108864 pixels, got 16777216"
            + " and 8");
    assertThatThrownBy(() -> PictureFile.read(write(withHeader(16, 1 << 20))))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "image file .*, byte 16: expected at most the \\d+ pixels that the file can hold, got"
                + " 8388608; replace the file");
    assertFails(
        withHeader(24, 0x08010000),
        "byte 24: expected a depth from 1 to 16 and colour type 0, 2, 3, 4 or 6, got 8 and 1");
    assertFails(
        withHeader(20, -1),
        "byte 16: expected a width and a height from 1, of at most 67108864 pixels, got 8 and -1");
    byte[] jpeg = PictureFiles.bytes(PictureFiles.ramp(TYPE_BYTE_GRAY, 8, 8), "jpeg");
    int frame = indexOf(jpeg, 0xc0);
    ByteBuffer.wrap(jpeg).putInt(frame + 5, 0xffffffff);
    assertFails(
        jpeg,
        "byte "
            + (frame + 5)
            + ": expected a width and a height from 1, of at most 67108864 pixels, got 65535 and"
            + " 65535");
  }

  private static int indexOf(byte[] jpeg, int marker) {
    for (int at = 0; at + 1 < jpeg.length; at++) {
      if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == marker) {
        return at;
      }
    }
    throw new AssertionError("no marker");
  }

  @Test
  void damagedPngIsNamedWithItsByte() throws IOException {
    byte[] png = png();
    byte[] changed = png.clone();
    changed[50] ^= 1;
    assertThatThrownBy(() -> PictureFile.read(write(changed)))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "image file .*, byte \\d+: expected the checksum [0-9a-f]{8}, got [0-9a-f]{8}; replace"
                + " the file");
    assertFails(
        Arrays.copyOf(png, png.length - 12),
        "byte " + (png.length - 12) + ": expected more chunks up to IEND, got a truncated file");
    byte[] longer = png.clone();
    ByteBuffer.wrap(longer).putInt(33, Integer.MAX_VALUE);
    assertFails(
        longer,
        "byte 33: expected a chunk of at most " + (png.length - 45) + " bytes, got 2147483647");
    assertFails(Arrays.copyOf(png, 20), "byte 8: expected a PNG header chunk, got none");
    assertFails(
        withHeader(20, 9),
        "byte 0: expected a png that decodes, got javax.imageio.IIOException: Error reading PNG"
            + " image data");
  }

  @Test
  void damagedJpegIsRefused() throws IOException {
    byte[] jpeg = PictureFiles.bytes(PictureFiles.ramp(TYPE_3BYTE_BGR, 64, 20), "jpeg");
    int shorter = jpeg.length * 9 / 10;
    assertFails(
        Arrays.copyOf(jpeg, shorter),
        "byte " + shorter + ": expected more pixels, got a truncated file");
    assertFails(Arrays.copyOf(jpeg, 4), "byte 2: expected a JPEG frame header, got none");
    byte[] noMarker = jpeg.clone();
    noMarker[20] = 5;
    assertFails(noMarker, "byte 20: expected a JPEG marker, got 5");
  }
}
