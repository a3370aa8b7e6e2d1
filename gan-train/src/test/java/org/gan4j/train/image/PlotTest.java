package org.gan4j.train.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gan4j.io.plot.AxisRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlotTest {
  /** The corners of a square, more than a marker's size apart. */
  private static final float[] SQUARE = {0, 0, 1, 0, 0, 1, 1, 1};

  @TempDir Path directory;

  /** The box of all pixels above the legend with clearly more red than blue: the samples. */
  private static int[] coloured(BufferedImage image) {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    for (int y = 0; y < image.getHeight() - 50; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color color = new Color(image.getRGB(x, y));
        if (color.getRed() - color.getBlue() > 60) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box;
  }

  private BufferedImage scatter(float[] data, float[] samples) throws IOException {
    Path file = directory.resolve("scatter.png");
    ScatterPlot.write(file, "title", data, samples);
    return ImageIO.read(file.toFile());
  }

  private BufferedImage histogram(float[] data, float[] samples) throws IOException {
    Path file = directory.resolve("histogram.png");
    HistogramPlot.write(file, "title", data, samples);
    return ImageIO.read(file.toFile());
  }

  @Test
  void scatterHasOneScaleForBothAxes() throws IOException {
    float[] wide = {-1000, 0, 1000, 0, 0, 1};
    int[] box = coloured(scatter(SQUARE, SQUARE));
    float[] scaled = {0, 0, 600, 0, 0, 600, 600, 600};
    int[] other = coloured(scatter(wide, scaled));

    assertThat(box[2] - box[0]).isBetween(300, 600).isCloseTo(box[3] - box[1], within(3));
    assertThat(other[2] - other[0]).isBetween(100, 300).isCloseTo(other[3] - other[1], within(3));
  }

  @Test
  void theDataAloneDetermineTheAxesOfAScatterPlot() throws IOException {
    float[] partlyFar = {0, 0, 1, 0, 0, 1, 1, 1, 50, 0, 0, -1e30f};
    int[] near = coloured(scatter(SQUARE, SQUARE));
    int[] far = coloured(scatter(SQUARE, partlyFar));
    int[] none = coloured(scatter(SQUARE, new float[] {9, 9}));

    assertThat(far).containsExactly(near);
    assertThat(none[2]).as("no coloured pixel").isEqualTo(-1);
  }

  @Test
  void dataInOnePointStillGiveAnAxis() throws IOException {
    float[] point = {3, 4};
    int[] box = coloured(scatter(point, point));

    assertThat(box[2] - box[0]).isBetween(2, 8);
  }

  @Test
  void densityCountsSharesPerWidth() {
    double[] values = {0, 0.1, 0.6, 1, 7};
    double[] density = HistogramPlot.density(values, new AxisRange(0, 1), 2);

    // Two of five values in each bin: 0.4 / 0.5; the fifth is outside.
    assertThat(density[0]).isCloseTo(0.8, within(1e-15));
    assertThat(density[1]).isCloseTo(0.8, within(1e-15));
  }

  @Test
  void histogramDrawsTheSamplesWhereTheyAre() throws IOException {
    float[] data = {-1, 1};
    float[] low = {-0.9f};
    float[] high = {0.9f};
    BufferedImage image = histogram(data, low);
    int left = peak(image);
    int right = peak(histogram(data, high));

    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(left).isLessThan(300);
    assertThat(right).isGreaterThan(500);
  }

  /** The first column whose upper half has a coloured pixel. */
  private static int peak(BufferedImage image) {
    BufferedImage upper = image.getSubimage(0, 0, image.getWidth(), image.getHeight() / 2 + 50);
    return coloured(upper)[0];
  }

  @Test
  void theLegendCountsTheMissing() {
    assertThat(AgainstData.samples(0)).isEqualTo("samples");
    assertThat(AgainstData.samples(3)).isEqualTo("samples (3 outside)");
  }

  @Test
  void refusesWhatCannotBePlotted() {
    Path file = directory.resolve("x.png");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScatterPlot.write(file, "x", SQUARE, new float[] {0, 0, 0, Float.NaN}))
        .withMessage(
            "ScatterPlot samples: expected finite values, got NaN at point 1; the run diverged, or"
                + " the data are bad");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScatterPlot.write(file, "x", new float[3], SQUARE))
        .withMessage(
            "ScatterPlot data: expected a positive multiple of 2 values, got 3; pass whole points");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HistogramPlot.write(file, "x", SQUARE, new float[0]))
        .withMessage(
            "HistogramPlot samples: expected a positive multiple of 1 values, got 0; pass whole"
                + " points");
    assertThat(file).doesNotExist();
  }
}
