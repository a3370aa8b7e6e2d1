package org.gan4j.train.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.core.random.Rng;
import org.gan4j.data.BatchSource;
import org.gan4j.data.ImageGeometry;
import org.gan4j.train.GanConfig;
import org.gan4j.train.image.HistogramPlot;
import org.gan4j.train.image.ImageGrid;
import org.gan4j.train.image.ScatterPlot;

/**
 * Samples as a picture: a grid of images, a scatter plot over the data, or a histogram against it.
 * A conditional run's grid has a row for each class.
 */
public final class SamplePicture {
  private static final int POINTS = 2000;
  private static final int IMAGES = 64;
  private static final int PER_CLASS = 10;
  private static final int MOST_CLASSES = 20;

  private final Optional<ImageGeometry> image;
  private final int dimensions;
  private final int classes;
  private final float[] reference;

  /**
   * Prepares to draw the samples of one run.
   *
   * @param config the run
   * @throws IOException if the data to compare with cannot be opened
   */
  public SamplePicture(GanConfig config) throws IOException {
    this.image = config.data().image();
    this.classes = classes(config);
    if (image.isPresent()) {
      this.dimensions = image.get().values();
      this.reference = new float[0];
    } else {
      BatchSource data = config.data().open(Rng.ofSeed(config.seed()).stream("picture/reference"));
      this.dimensions = (int) data.sampleShape().size();
      this.reference = new float[POINTS * dimensions];
      data.batch(0, reference);
    }
  }

  /** {@return a suitable number of samples for a picture of a run without labels} */
  public int samples() {
    return image.isPresent() ? IMAGES : POINTS;
  }

  /**
   * Returns the labels of the samples for a conditional run's picture.
   *
   * @param config the run
   * @return ten samples of each class, of twenty classes at most; empty for a run without labels
   */
  public static Optional<int[]> labels(GanConfig config) {
    int[] labels = new int[classes(config) * PER_CLASS];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i / PER_CLASS;
    }
    return labels.length == 0 ? Optional.empty() : Optional.of(labels);
  }

  private static int classes(GanConfig config) {
    return Math.min(MOST_CLASSES, config.game().generator().network().classes());
  }

  /**
   * Writes the picture.
   *
   * @shape samples [n, …sample]
   * @param file a PNG file, replaced
   * @param title what the picture shows
   * @param samples the generator's samples
   * @throws IOException if it cannot be written
   */
  public void write(Path file, String title, float[] samples) throws IOException {
    if (image.isPresent()) {
      ImageGrid grid = new ImageGrid(image.get());
      if (classes > 0 && samples.length == classes * PER_CLASS * dimensions) {
        grid.write(file, samples, PER_CLASS);
      } else {
        grid.write(file, samples);
      }
    } else if (dimensions == 2) {
      ScatterPlot.write(file, title, reference, samples);
    } else {
      HistogramPlot.write(file, title, reference, samples);
    }
  }
}
