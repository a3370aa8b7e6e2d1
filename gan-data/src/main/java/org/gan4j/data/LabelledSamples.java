package org.gan4j.data;

import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/** The samples of a data set with a label for each. */
public final class LabelledSamples implements LabelledDataset {
  private final Dataset samples;
  private final int classes;
  private final int[] labels;

  private LabelledSamples(Dataset samples, int classes, int[] labels) {
    this.samples = samples;
    this.classes = classes;
    this.labels = labels;
  }

  /**
   * Adds labels to samples.
   *
   * @param samples the samples
   * @param classes the number of classes
   * @param labels the class of each sample; copied
   * @return the same samples, with labels
   * @throws IllegalArgumentException if there are not as many labels as samples, or one is no class
   * @shape labels [n]
   */
  public static LabelledSamples of(Dataset samples, int classes, int[] labels) {
    Expect.that(
        labels.length == samples.size(),
        "LabelledSamples",
        "a label for each of " + samples.size() + " samples",
        labels.length + " labels");
    for (int label : labels) {
      Expect.that(
          label >= 0 && label < classes,
          "LabelledSamples",
          "labels from 0 to " + (classes - 1),
          label);
    }
    return new LabelledSamples(samples, classes, labels.clone());
  }

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public Shape sampleShape() {
    return samples.sampleShape();
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    samples.copy(index, destination, offset);
  }

  @Override
  public Optional<ImageGeometry> image() {
    return samples.image();
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
