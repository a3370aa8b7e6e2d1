package org.gan4j.data;

import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/** Labelled square pictures with rows and columns exchanged, as EMNIST's have to be. */
public final class TransposedImages implements LabelledDataset {
  private final LabelledDataset images;
  private final ImageGeometry geometry;

  private TransposedImages(LabelledDataset images, ImageGeometry geometry) {
    this.images = images;
    this.geometry = geometry;
  }

  /**
   * Turns pictures.
   *
   * @param images square pictures
   * @return the same pictures, transposed when they are copied
   * @throws IllegalArgumentException if the samples are not square pictures
   */
  public static TransposedImages of(LabelledDataset images) {
    ImageGeometry geometry =
        images
            .image()
            .filter(image -> image.height() == image.width())
            .orElseThrow(
                () ->
                    Expect.failure(
                        "TransposedImages", "square pictures", images.image().orElse(null)));
    return new TransposedImages(images, geometry);
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public Shape sampleShape() {
    return images.sampleShape();
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    images.copy(index, destination, offset);
    int side = geometry.height();
    for (int row = 0; row < side; row++) {
      for (int column = row + 1; column < side; column++) {
        swap(
            destination,
            offset,
            (row * side + column) * geometry.channels(),
            (column * side + row) * geometry.channels());
      }
    }
  }

  private void swap(float[] picture, int offset, int a, int b) {
    for (int channel = 0; channel < geometry.channels(); channel++) {
      float value = picture[offset + a + channel];
      picture[offset + a + channel] = picture[offset + b + channel];
      picture[offset + b + channel] = value;
    }
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
