package org.gan4j.data;

import java.util.Optional;
import org.gan4j.core.Shape;

/** Labelled pictures in memory. */
final class Pictures implements LabelledDataset {
  private final ImageGeometry geometry;
  private final Dataset values;
  private final int classes;
  private final int[] labels;

  Pictures(ImageGeometry geometry, int classes, int[] labels, float... values) {
    this.geometry = geometry;
    this.values = ArrayDataset.of(Shape.of(geometry.values()), values);
    this.classes = classes;
    this.labels = labels.clone();
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Shape sampleShape() {
    return values.sampleShape();
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    values.copy(index, destination, offset);
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(geometry);
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }
}
