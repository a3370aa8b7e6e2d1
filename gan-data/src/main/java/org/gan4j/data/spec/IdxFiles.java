package org.gan4j.data.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.data.DataException;
import org.gan4j.data.Dataset;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.file.ValueRange;
import org.gan4j.data.idx.IdxImages;

/**
 * Pictures from an IDX file, plain or in gzip, in epochs, as flat vectors in [−1, 1].
 *
 * @param images the file of the pictures, {@code [n, height, width]} or {@code [n, height, width,
 *     channels]}
 * @param labels the file of the labels, {@code [n]}; empty for pictures without labels
 * @param classes the number of classes; 0 without labels
 * @param height rows of pixels
 * @param width pixels in a row
 * @param channels 1 for grey, 3 for colour
 * @param low the stored number that becomes −1, such as 0
 * @param high the stored number that becomes 1, such as 255
 */
public record IdxFiles(
    String images,
    String labels,
    int classes,
    int height,
    int width,
    int channels,
    double low,
    double high)
    implements DataSpec {
  /**
   * Checks the settings, but opens no file.
   *
   * @param images the file of the pictures
   * @param labels the file of the labels; empty for pictures without labels
   * @param classes the number of classes; 0 without labels
   * @param height rows of pixels
   * @param width pixels in a row
   * @param channels 1 for grey, 3 for colour
   * @param low the stored number that becomes −1
   * @param high the stored number that becomes 1
   */
  public IdxFiles {
    Expect.nonNull("idx-files", "the file 'images'", images);
    Expect.nonNull("idx-files", "the file 'labels', or \"\" for none", labels);
    Expect.that(
        labels.isEmpty() ? classes == 0 : classes >= 1,
        "idx-files",
        labels.isEmpty() ? "0 classes, since there is no file of labels" : "at least 1 class",
        classes);
    // Both check their own arguments.
    Expect.nonNull("idx-files", "a geometry", new ImageGeometry(channels, height, width));
    Expect.nonNull("idx-files", "a range", new ValueRange(low, high));
  }

  @Override
  public BatchSource open(RngStream order) throws IOException {
    ValueRange range = new ValueRange(low, high);
    Dataset data =
        labels.isEmpty()
            ? IdxImages.read(Path.of(images), range)
            : IdxImages.labelled(Path.of(images), range, Path.of(labels), 0, classes);
    if (!data.image().equals(image())) {
      throw new DataException(
          "IDX file "
              + images
              + ": expected pictures of "
              + image().get()
              + ", as the config says, got "
              + data.image().get()
              + "; change the config");
    }
    return new Batches(data, order);
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(new ImageGeometry(channels, height, width));
  }
}
