package org.gan4j.cli;

import java.util.Optional;
import org.gan4j.core.Shape;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;

/**
 * Samples of a conditional generator as a data set, with the labels in turn.
 *
 * @param values the samples, one after another
 * @param real the data set that the generator was trained on
 */
@SuppressWarnings("ArrayRecordComponent") // a holder that is never compared
record GeneratedImages(float[] values, LabelledDataset real) implements LabelledDataset {
  @Override
  public int size() {
    return values.length / sampleShape().length();
  }

  @Override
  public Shape sampleShape() {
    return real.sampleShape();
  }

  @Override
  public Optional<ImageGeometry> image() {
    return real.image();
  }

  @Override
  public int classes() {
    return real.classes();
  }

  @Override
  public int label(int index) {
    return index % classes();
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    int features = sampleShape().length();
    System.arraycopy(values, index * features, destination, offset, features);
  }
}
