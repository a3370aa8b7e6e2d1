package org.gan4j.cuda;

import org.gan4j.core.DType;
import org.gan4j.core.Storage;

/**
 * Elements of one type in the memory of a device.
 *
 * @param stream the stream of the instance that this belongs to
 * @param dtype the element type
 * @param address where the first element is
 */
record DeviceMemory(CudaStream stream, DType dtype, long address) implements Storage {
  /** {@return the memory from an element on} */
  DeviceMemory plus(long elements) {
    return new DeviceMemory(stream, dtype, address + elements * dtype.bytes());
  }

  @Override
  public void read(float[] destination) {
    stream.read(this, destination);
  }

  @Override
  public void read(double[] destination) {
    stream.read(this, destination);
  }
}
