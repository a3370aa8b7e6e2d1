package org.gan4j.data;

import java.util.Objects;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;

/** A data set held in one array. */
public final class ArrayDataset implements Dataset {
  private final Shape sampleShape;
  private final int features;
  private final float[] values;

  private ArrayDataset(Shape sampleShape, float[] values) {
    this.sampleShape = sampleShape;
    this.features = sampleShape.length();
    this.values = values;
  }

  /**
   * Returns the data set of these samples, and keeps a copy of them.
   *
   * @param sampleShape the shape of one sample
   * @param values the samples one after another, row-major {@code [n, …sampleShape]}
   * @return a data set of {@code values.length / sampleShape.size()} samples
   * @throws IllegalArgumentException if there is no sample, or the last one is incomplete
   */
  public static ArrayDataset of(Shape sampleShape, float... values) {
    return owning(sampleShape, values.clone());
  }

  /** Like {@link #of}, but keeps the array itself, which the caller must not change. */
  static ArrayDataset owning(Shape sampleShape, float[] values) {
    Expect.that(
        sampleShape.size() > 0 && values.length > 0 && values.length % sampleShape.size() == 0,
        "ArrayDataset",
        "one or more samples of shape " + sampleShape,
        values.length + " values");
    return new ArrayDataset(sampleShape, values);
  }

  @Override
  public int size() {
    return values.length / features;
  }

  @Override
  public Shape sampleShape() {
    return sampleShape;
  }

  @Override
  public void copy(int index, float[] destination, int offset) {
    Objects.checkIndex(index, size());
    System.arraycopy(values, index * features, destination, offset, features);
  }
}
