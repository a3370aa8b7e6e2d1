package org.gan4j.data.sets;

/** The two parts of a data set. */
public enum Split {
  /** The training set. */
  TRAIN,
  /** The test set. */
  TEST
}
