package org.gan4j.data.folder;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.gan4j.data.DataException;
import org.gan4j.data.file.DataFile;

/** Decodes PNG and JPEG files; any damage is a {@link DataException}. */
final class PictureFile {
  private static final long MOST_BYTES = 1L << 28;

  /** What libjpeg says when it makes up the rest of a picture. */
  private static final Pattern ENDED = Pattern.compile("Truncated File|[Pp]remature end");

  private PictureFile() {}

  /** Reads what a file says about itself. */
  static PictureHeader header(Path file) throws IOException {
    return PictureHeader.of(file, bytes(file));
  }

  /** Reads and decodes a file, to one channel if all its pixels are grey, else to three. */
  static Picture read(Path file) throws IOException {
    byte[] bytes = bytes(file);
    PictureHeader header = PictureHeader.of(file, bytes);
    boolean png = header.format().equals("png");
    BufferedImage image = decode(file, header, png ? PngChunks.needed(file, bytes) : bytes);
    if (image.getWidth() != header.width() || image.getHeight() != header.height()) {
      throw fault(
          file,
          0,
          header.width() + " × " + header.height() + " pixels as in the header",
          image.getWidth() + " × " + image.getHeight());
    }
    return pixels(image);
  }

  private static byte[] bytes(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw fault(file, 0, "at most " + MOST_BYTES + " bytes", size);
    }
    return Files.readAllBytes(file);
  }

  private static BufferedImage decode(Path file, PictureHeader header, byte[] bytes)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(header.format()).next();
    boolean[] ended = new boolean[1];
    IIOReadWarningListener warnings =
        (source, warning) -> ended[0] |= ENDED.matcher(warning).find();
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(stream, true, true);
      BufferedImage image = reader.read(0);
      if (ended[0]) {
        throw fault(file, bytes.length, "more pixels", "a truncated file");
      }
      return image;
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders throw exceptions of many types on damaged files, such as array indices.
      throw DataFile.fault(name(file), 0, "a " + header.format() + " that decodes", e, e);
    } finally {
      reader.dispose();
    }
  }

  /**
   * Takes the stored numbers, as other libraries do, instead of colours that Java computes from
   * them: it would brighten grey pixels, since it takes their scale for a linear one.
   */
  private static Picture pixels(BufferedImage image) {
    Raster raster = image.getRaster();
    boolean indexed = image.getColorModel() instanceof IndexColorModel;
    int channels = !indexed && raster.getNumBands() < 3 ? 1 : 3;
    int width = image.getWidth();
    int shift = indexed ? 0 : raster.getSampleModel().getSampleSize(0) - Byte.SIZE;
    byte[] samples = new byte[Math.multiplyExact(channels * width, image.getHeight())];
    int[] row = new int[width * Math.max(4, raster.getNumBands())];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < channels; channel++) {
          int value =
              indexed
                  ? image.getColorModel().getRGB(row[x]) >> (16 - 8 * channel)
                  : row[x * raster.getNumBands() + channel] >> shift;
          samples[(y * width + x) * channels + channel] = (byte) value;
        }
      }
    }
    return new Picture(width, image.getHeight(), channels, samples);
  }

  private static String name(Path file) {
    return "image file " + file;
  }

  static DataException fault(Path file, long at, String expected, Object got) {
    return DataFile.fault(name(file), at, expected, got, null);
  }
}
