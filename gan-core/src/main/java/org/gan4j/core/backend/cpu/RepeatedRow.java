package org.gan4j.core.backend.cpu;

import org.gan4j.core.Storage;

/**
 * A row that stands for several equal ones. Elementwise operations read it as it is, which saves
 * writing and reading the copies; others write them out first.
 *
 * @param row one row
 * @param columns its length
 * @param rows how often it is repeated
 */
record RepeatedRow(Mem row, int columns, int rows) implements Storage {
  @Override
  public void read(float[] destination) {
    float[] one = new float[columns];
    row.read(one);
    for (int i = 0; i < destination.length; i++) {
      destination[i] = one[i % columns];
    }
  }

  @Override
  public void read(double[] destination) {
    double[] one = new double[columns];
    row.read(one);
    for (int i = 0; i < destination.length; i++) {
      destination[i] = one[i % columns];
    }
  }
}
