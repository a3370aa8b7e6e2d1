package org.gan4j.train.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.data.ImageGeometry;
import org.gan4j.io.PngFile;

/**
 * A grid of images, row by row, with gaps of 2 pixels. Each image is enlarged by an integer factor
 * so that its longer side has at most 56 pixels (28 × 28 digits are doubled); larger images keep
 * their size.
 *
 * <p>An image is a row of values in [−1, 1], from black to full intensity, in the layout [height,
 * width, channels] of {@link ImageGeometry}.
 *
 * @param geometry the sides, and 1 channel for grey or 3 for red, green, blue
 */
public record ImageGrid(ImageGeometry geometry) {
  private static final int GAP = 2;
  private static final int READABLE = 56;
  private static final int BACKGROUND = 0x70;

  /**
   * Checks the format.
   *
   * @param geometry the sides, and 1 channel for grey or 3 for red, green, blue
   * @throws IllegalArgumentException if the images do not have 1 or 3 channels
   */
  public ImageGrid {
    int channels = geometry.channels();
    Expect.that(channels == 1 || channels == 3, "ImageGrid", "1 or 3 channels", channels);
  }

  /**
   * Writes the grid with the number of columns that makes it closest to square.
   *
   * @param file the PNG file, replaced
   * @param samples the images
   * @shape samples {@code [n, height · width · channels]}
   * @throws IllegalArgumentException as for {@link #write(Path, float[], int)}
   * @throws IOException if the file cannot be written
   */
  public void write(Path file, float[] samples) throws IOException {
    int count = samples.length / geometry.values();
    write(file, samples, (int) Math.max(1, Math.ceil(Math.sqrt(count))));
  }

  /**
   * Writes the grid. Values outside [−1, 1] are clipped.
   *
   * @param file the PNG file, replaced
   * @param samples the images
   * @param columns images per row
   * @shape samples {@code [n, height · width · channels]}
   * @throws IllegalArgumentException if there is no image, an incomplete image or a value that is
   *     not finite, or if columns is not positive
   * @throws IOException if the file cannot be written
   */
  public void write(Path file, float[] samples, int columns) throws IOException {
    PngFile.write(file, render(samples, columns));
  }

  BufferedImage render(float[] samples, int columns) {
    int size = geometry.values();
    int height = geometry.height();
    int width = geometry.width();
    check(samples, size, columns);
    int count = samples.length / size;
    int across = Math.min(columns, count);
    int down = (count + columns - 1) / columns;
    int scale = Math.max(1, READABLE / Math.max(height, width));
    BufferedImage image =
        new BufferedImage(
            GAP + across * (width * scale + GAP),
            GAP + down * (height * scale + GAP),
            geometry.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    WritableRaster raster = image.getRaster();
    fill(raster, BACKGROUND);
    for (int i = 0; i < count; i++) {
      int left = GAP + i % columns * (width * scale + GAP);
      int top = GAP + i / columns * (height * scale + GAP);
      draw(samples, i * size, raster, left, top, scale);
    }
    return image;
  }

  private static void check(float[] samples, int size, int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException(
          "ImageGrid: expected at least 1 column, got " + columns + "; pass the images per row");
    }
    if (samples.length == 0 || samples.length % size != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "ImageGrid: expected a positive multiple of %d values, got %d; pass whole images",
              size,
              samples.length));
    }
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "ImageGrid: expected finite values, got %s at index %d of image %d; the generator diverged",
                samples[i],
                i % size,
                i / size));
      }
    }
  }

  private static void fill(WritableRaster raster, int level) {
    int[] levels = new int[raster.getWidth() * raster.getHeight()];
    Arrays.fill(levels, level);
    for (int band = 0; band < raster.getNumBands(); band++) {
      raster.setSamples(0, 0, raster.getWidth(), raster.getHeight(), band, levels);
    }
  }

  /** Writes to the raster directly: setting colours would convert them between colour spaces. */
  private void draw(
      float[] samples, int offset, WritableRaster raster, int left, int top, int scale) {
    int height = geometry.height();
    int width = geometry.width();
    for (int y = 0; y < height * scale; y++) {
      for (int x = 0; x < width * scale; x++) {
        int pixel = offset + (y / scale * width + x / scale) * geometry.channels();
        for (int band = 0; band < geometry.channels(); band++) {
          float value = samples[pixel + band];
          raster.setSample(left + x, top + y, band, level(value));
        }
      }
    }
  }

  /** Maps [−1, 1] to 0 … 255. */
  private static int level(float value) {
    return Math.round((Math.max(-1f, Math.min(1f, value)) + 1f) * 127.5f);
  }
}
