package org.gan4j.data.idx;

/** The two parts of a data set. */
public enum Split {
  /** The training set, files {@code train-*}. */
  TRAIN("train"),
  /** The test set, files {@code t10k-*}. */
  TEST("t10k");

  private final String prefix;

  Split(String prefix) {
    this.prefix = prefix;
  }

  String imagesFile() {
    return prefix + "-images-idx3-ubyte";
  }

  String labelsFile() {
    return prefix + "-labels-idx1-ubyte";
  }
}
