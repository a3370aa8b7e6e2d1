package org.gan4j.core.backend.reference;

import org.gan4j.core.Storage;

/** A Java array; FLOAT32 numbers are kept as doubles that a float can hold. */
final class HostStorage implements Storage {
  private final double[] values;

  HostStorage(double[] values) {
    this.values = values;
  }

  /** {@return the array itself} */
  double[] values() {
    return values;
  }

  @Override
  public void read(float[] destination) {
    for (int i = 0; i < destination.length; i++) {
      destination[i] = (float) values[i];
    }
  }

  @Override
  public void read(double[] destination) {
    System.arraycopy(values, 0, destination, 0, destination.length);
  }
}
