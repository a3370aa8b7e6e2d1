package org.gan4j.data.idx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.data.DataException;
import org.gan4j.data.Dataset;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.LabelledSamples;
import org.gan4j.data.file.StoredImages;
import org.gan4j.data.file.ValueRange;

/** Pictures from IDX files, plain or in gzip. */
public final class IdxImages {
  private static final String AXES = "pictures [n, height, width] or [n, height, width, channels]";

  private IdxImages() {}

  /**
   * Reads grey pictures of bytes with their labels, as MNIST has them.
   *
   * @param images unsigned bytes {@code [n, height, width]}
   * @param labels whole numbers {@code [n]}
   * @param classes the number of classes
   * @return the data set, scaled from 0 … 255 to [−1, 1]
   * @throws DataException if a file is missing or damaged, if the numbers of pictures and labels
   *     differ, or if a label is not below {@code classes}
   * @throws IOException if a file cannot be read
   */
  public static LabelledDataset read(Path images, Path labels, int classes) throws IOException {
    return labelled(images, ValueRange.BYTES, labels, 0, classes);
  }

  /**
   * Reads pictures without labels.
   *
   * @param images numbers of any type, {@code [n, height, width]} or {@code [n, height, width,
   *     channels]} with 1 or 3 channels
   * @param range which numbers become −1 and 1
   * @return the data set
   * @throws DataException if the file is missing or damaged, or if a number is out of the range
   * @throws IOException if the file cannot be read
   */
  public static Dataset read(Path images, ValueRange range) throws IOException {
    IdxFile file = IdxFile.read(images);
    return StoredImages.of(file.values(), geometry(file, range), range);
  }

  /**
   * Reads pictures with their labels.
   *
   * @param images as for {@link #read(Path, ValueRange)}
   * @param range which numbers become −1 and 1
   * @param labels whole numbers {@code [n]}
   * @param first the label that becomes class 0
   * @param classes the number of classes
   * @return the data set
   * @throws DataException if a file is missing or damaged, if the numbers of pictures and labels
   *     differ, or if a number or a label is out of its range
   * @throws IOException if a file cannot be read
   */
  public static LabelledDataset labelled(
      Path images, ValueRange range, Path labels, int first, int classes) throws IOException {
    Dataset pictures = read(images, range);
    IdxFile file = IdxFile.read(labels);
    file.requireRank(1, "labels [n]");
    if (file.values().size() != pictures.size()) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "IDX files: expected as many labels as images, got %d images in %s and %d labels in %s; replace the files",
              pictures.size(),
              images,
              file.values().size(),
              labels));
    }
    return LabelledSamples.of(pictures, classes, labels(file, first, classes));
  }

  private static int[] labels(IdxFile file, int first, int classes) throws DataException {
    int[] labels = new int[Math.toIntExact(file.values().size())];
    for (int i = 0; i < labels.length; i++) {
      double label = file.values().at(i) - first;
      if (!(label >= 0 && label < classes && label == Math.rint(label))) {
        throw file.faultyValue(i, "labels from " + first + " to " + (first + classes - 1));
      }
      labels[i] = (int) label;
    }
    return labels;
  }

  private static ImageGeometry geometry(IdxFile file, ValueRange range) throws DataException {
    int[] extents = file.extents();
    if (extents.length != 3 && extents.length != 4) {
      throw file.fault(3, "3 or 4 axes, " + AXES, extents.length);
    }
    int channels = extents.length == 3 ? 1 : extents[3];
    if (channels != 1 && channels != 3) {
      throw file.fault(16, "1 or 3 channels, " + AXES, channels);
    }
    long outside = file.values().firstOutside(range);
    if (outside >= 0) {
      throw file.faultyValue(
          outside, String.format(Locale.ROOT, "pixels from %s to %s", range.low(), range.high()));
    }
    return new ImageGeometry(channels, extents[1], extents[2]);
  }
}
