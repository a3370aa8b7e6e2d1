package org.gan4j.data.cifar;

/** Which labels the records of a CIFAR file have, and which of them are read. */
public enum CifarLabels {
  /** CIFAR-10: one label. */
  TEN(1, 0, 10),
  /** CIFAR-100: the second of two labels. */
  FINE(2, 1, 100),
  /** CIFAR-100: the first of two labels, the superclass. */
  COARSE(2, 0, 20);

  private final int count;
  private final int index;
  private final int classes;

  CifarLabels(int count, int index, int classes) {
    this.count = count;
    this.index = index;
    this.classes = classes;
  }

  /** {@return the number of labels before the pixels of a record} */
  int count() {
    return count;
  }

  /** {@return the place of the label that is read} */
  int index() {
    return index;
  }

  /** {@return the number of classes} */
  public int classes() {
    return classes;
  }
}
