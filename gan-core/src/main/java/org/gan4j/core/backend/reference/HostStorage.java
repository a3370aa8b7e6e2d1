package org.gan4j.core.backend.reference;

import org.gan4j.core.Storage;

/** A Java array; FLOAT32 numbers are kept as doubles that a float can hold. */
final class HostStorage implements Storage {
  private final ReferenceBackend owner;
  private final double[] values;

  HostStorage(ReferenceBackend owner, double[] values) {
    this.owner = owner;
    this.values = values;
  }

  /** {@return the instance that this belongs to} */
  ReferenceBackend owner() {
    return owner;
  }

  /** {@return the array itself} */
  double[] values() {
    owner.checkOpen();
    return values;
  }

  @Override
  public void read(float[] destination) {
    owner.checkOpen();
    for (int i = 0; i < destination.length; i++) {
      destination[i] = (float) values[i];
    }
  }

  @Override
  public void read(double[] destination) {
    owner.checkOpen();
    System.arraycopy(values, 0, destination, 0, destination.length);
  }
}
