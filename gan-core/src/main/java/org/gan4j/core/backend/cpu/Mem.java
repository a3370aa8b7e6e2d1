package org.gan4j.core.backend.cpu;

import org.gan4j.core.DType;
import org.gan4j.core.Storage;

/** Elements of one type from an offset (in elements) within a slab. */
record Mem(Slab slab, DType dtype, int offset) implements Storage {
  long address() {
    return slab.address() + (long) offset * dtype.bytes();
  }

  Mem plus(int elements) {
    return new Mem(slab, dtype, offset + elements);
  }

  @Override
  public void read(float[] destination) {
    slab.access().check();
    switch (dtype) {
      case FLOAT32 -> slab.floats().get(offset, destination);
      case FLOAT64 -> {
        for (int i = 0; i < destination.length; i++) {
          destination[i] = (float) slab.doubles().get(offset + i);
        }
      }
    }
  }

  @Override
  public void read(double[] destination) {
    slab.access().check();
    switch (dtype) {
      case FLOAT32 -> {
        for (int i = 0; i < destination.length; i++) {
          destination[i] = slab.floats().get(offset + i);
        }
      }
      case FLOAT64 -> slab.doubles().get(offset, destination);
    }
  }

  void write(float[] source) {
    switch (dtype) {
      case FLOAT32 -> slab.floats().put(offset, source);
      case FLOAT64 -> {
        for (int i = 0; i < source.length; i++) {
          slab.doubles().put(offset + i, source[i]);
        }
      }
    }
  }

  void write(double[] source) {
    switch (dtype) {
      case FLOAT32 -> {
        for (int i = 0; i < source.length; i++) {
          slab.floats().put(offset + i, (float) source[i]);
        }
      }
      case FLOAT64 -> slab.doubles().put(offset, source);
    }
  }
}
