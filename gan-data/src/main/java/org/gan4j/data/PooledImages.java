package org.gan4j.data;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/**
 * Labelled pictures, reduced by average pooling: each pixel is the mean of a square of {@code
 * reduction × reduction} pixels of the original, channel by channel.
 */
public final class PooledImages implements LabelledDataset {
  private final LabelledDataset images;
  private final ImageGeometry geometry;
  private final float[] values;

  private PooledImages(LabelledDataset images, ImageGeometry geometry, float[] values) {
    this.images = images;
    this.geometry = geometry;
    this.values = values;
  }

  /**
   * Pools every picture in advance.
   *
   * @param images the originals
   * @param reduction the side of a square, at least 1; divides height and width
   * @return pictures of {@code height / reduction} rows, in the same order, with the same labels
   * @throws IllegalArgumentException if the samples are not pictures, or the reduction does not
   *     divide their height and width
   * @shape a sample is [channels · (height / reduction) · (width / reduction)]
   */
  public static PooledImages of(LabelledDataset images, int reduction) {
    ImageGeometry large =
        images
            .image()
            .orElseThrow(
                () ->
                    Expect.failure(
                        "PooledImages", "pictures", "samples of shape " + images.sampleShape()));
    ImageGeometry small = large.reduced(reduction);
    float[] values = new float[Math.multiplyExact(images.size(), small.values())];
    float[] picture = new float[large.values()];
    for (int i = 0; i < images.size(); i++) {
      images.copy(i, picture, 0);
      pool(picture, large, reduction, values, i * small.values());
    }
    return new PooledImages(images, small, values);
  }

  private static void pool(
      float[] picture, ImageGeometry large, int reduction, float[] pooled, int offset) {
    int channels = large.channels();
    int across = large.width() / reduction;
    int down = large.height() / reduction;
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        for (int channel = 0; channel < channels; channel++) {
          int corner = (row * large.width() + column) * reduction * channels + channel;
          int target = offset + (row * across + column) * channels + channel;
          pooled[target] = mean(picture, corner, large, reduction);
        }
      }
    }
  }

  private static float mean(float[] picture, int corner, ImageGeometry large, int reduction) {
    int channels = large.channels();
    double sum = 0;
    for (int y = 0; y < reduction; y++) {
      for (int x = 0; x < reduction; x++) {
        sum += picture[corner + (y * large.width() + x) * channels];
      }
    }
    return (float) (sum / (reduction * reduction));
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public Shape sampleShape() {
    return Shape.of(geometry.values());
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    Objects.checkIndex(index, size());
    System.arraycopy(values, index * geometry.values(), destination, offset, geometry.values());
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(geometry);
  }

  @Override
  public int classes() {
    return images.classes();
  }

  @Override
  public int label(int index) {
    return images.label(index);
  }
}
