package org.gan4j.data;

/** A data set in which every sample belongs to one class. */
public interface LabelledDataset extends Dataset {
  /** {@return the number of classes; labels run from 0 to {@code classes() - 1}} */
  int classes();

  /**
   * Returns the class of one sample.
   *
   * @param index from 0 to {@code size() - 1}
   * @return from 0 to {@code classes() - 1}
   * @throws IndexOutOfBoundsException if there is no such sample
   */
  int label(int index);
}
