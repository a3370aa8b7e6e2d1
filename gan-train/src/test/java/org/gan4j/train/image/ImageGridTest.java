package org.gan4j.train.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.gan4j.data.ImageGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageGridTest {
  private static final int BACKGROUND = 0x70;

  @TempDir Path directory;

  private BufferedImage written(ImageGrid grid, float[] samples, int columns) throws IOException {
    Path file = directory.resolve("grid.png");
    grid.write(file, samples, columns);
    return ImageIO.read(file.toFile());
  }

  @Test
  void placesDoubledDigitsInRowsWithGaps() throws IOException {
    float[] samples = new float[3 * 784];
    Arrays.fill(samples, -1f);
    samples[2 * 784 + 28 + 3] = 1f; // third image, row 1, column 3
    Raster pixels = written(new ImageGrid(new ImageGeometry(1, 28, 28)), samples, 2).getRaster();

    assertThat(pixels.getWidth()).isEqualTo(2 + 58 + 58);
    assertThat(pixels.getHeight()).isEqualTo(2 + 58 + 58);
    assertThat(pixels.getNumBands()).isEqualTo(1);
    int left = 2 + 3 * 2;
    int top = 2 + 58 + 2;
    for (int y = 62; y < 118 - 2; y++) {
      for (int x = 2; x < 58; x++) {
        boolean lit = (x == left || x == left + 1) && (y == top || y == top + 1);
        assertThat(pixels.getSample(x, y, 0)).as("%d, %d", x, y).isEqualTo(lit ? 255 : 0);
      }
    }
    assertThat(pixels.getSample(0, 0, 0)).isEqualTo(BACKGROUND);
    assertThat(pixels.getSample(59, 10, 0)).isEqualTo(BACKGROUND);
    assertThat(pixels.getSample(90, 90, 0)).as("the empty place").isEqualTo(BACKGROUND);
  }

  @Test
  void mapsValuesLinearlyAndClips() throws IOException {
    float[] samples = {-1.5f, -1f, -0.5f, 0f, 0.5f, 1f, 1.5f};
    Raster pixels =
        written(new ImageGrid(new ImageGeometry(1, 64, 1)), new float[64], 1).getRaster();
    assertThat(pixels.getSample(2, 2, 0)).isEqualTo(128);

    Raster row = written(new ImageGrid(new ImageGeometry(1, 1, 7)), samples, 1).getRaster();
    int[] levels = new int[7];
    for (int i = 0; i < 7; i++) {
      levels[i] = row.getSample(2 + 8 * i, 2, 0);
    }
    // round((v + 1) · 127.5) by hand
    assertThat(levels).containsExactly(0, 0, 64, 128, 191, 255, 255);
  }

  @Test
  void readsChannelsLast() throws IOException {
    float[] twoPixels = {1, -1, -1, -1, 0, 1};
    BufferedImage image = written(new ImageGrid(new ImageGeometry(3, 1, 2)), twoPixels, 5);

    assertThat(image.getWidth()).isEqualTo(2 + 56 + 2);
    assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xff0000);
    assertThat(image.getRGB(2 + 28, 2) & 0xffffff).isEqualTo(0x0080ff);
  }

  @Test
  void choosesTheSquarestGrid() throws IOException {
    Path file = directory.resolve("grid.png");
    new ImageGrid(new ImageGeometry(1, 64, 64)).write(file, new float[5 * 64 * 64]);
    BufferedImage image = ImageIO.read(file.toFile());

    assertThat(image.getWidth()).isEqualTo(2 + 3 * 66);
    assertThat(image.getHeight()).isEqualTo(2 + 2 * 66);
  }

  @Test
  void leavesTheSamplesAlone() throws IOException {
    float[] samples = {-2f, 0.5f};
    written(new ImageGrid(new ImageGeometry(1, 1, 1)), samples, 1);

    assertThat(samples).containsExactly(-2f, 0.5f);
  }

  @Test
  void refusesWhatIsNoImage() {
    ImageGrid grid = new ImageGrid(new ImageGeometry(1, 2, 2));
    float[] bad = new float[8];
    bad[6] = Float.NaN;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> grid.render(bad, 1))
        .withMessage(
            "ImageGrid: expected finite values, got NaN at index 2 of image 1; the generator"
                + " diverged");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grid.render(new float[6], 1))
        .withMessage(
            "ImageGrid: expected a positive multiple of 4 values, got 6; pass whole images");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grid.write(directory.resolve("x"), new float[0]))
        .withMessageContaining("got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grid.render(new float[4], 0))
        .withMessage("ImageGrid: expected at least 1 column, got 0; pass the images per row");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageGrid(new ImageGeometry(2, 28, 28)))
        .withMessage("ImageGrid: expected 1 or 3 channels, got 2");
  }
}
