package org.gan4j.core.backend.reference;

import org.gan4j.core.Storage;
import org.gan4j.core.backend.Access;

/** A Java array; FLOAT32 numbers are kept as doubles that a float can hold. */
final class HostStorage implements Storage {
  private final Access access;
  private final double[] values;

  HostStorage(Access access, double[] values) {
    this.access = access;
    this.values = values;
  }

  /** {@return the access of the instance that this belongs to} */
  Access access() {
    return access;
  }

  /** {@return the array itself} */
  double[] values() {
    access.check();
    return values;
  }

  @Override
  public void read(float[] destination) {
    access.check();
    for (int i = 0; i < destination.length; i++) {
      destination[i] = (float) values[i];
    }
  }

  @Override
  public void read(double[] destination) {
    access.check();
    System.arraycopy(values, 0, destination, 0, destination.length);
  }
}
