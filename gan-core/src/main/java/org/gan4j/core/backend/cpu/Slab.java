package org.gan4j.core.backend.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;

/** A block of memory off the heap, aligned to a cache line, seen as floats and as doubles. */
final class Slab {
  static final int ALIGNMENT = 64;

  private final Pointer block;
  private final long bytes;
  private final long address;
  private final FloatBuffer floats;
  private final DoubleBuffer doubles;

  Slab(long bytes) {
    if (bytes > Integer.MAX_VALUE - ALIGNMENT) {
      throw new IllegalArgumentException(
          "cpu: expected a tensor of at most 2 GiB, got " + bytes + " bytes");
    }
    this.bytes = bytes;
    this.block = Pointer.malloc(bytes + ALIGNMENT);
    if (block == null || block.isNull()) {
      throw new OutOfMemoryError("cpu: the system refused " + bytes + " bytes off the heap");
    }
    this.address = (block.address() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer whole = block.capacity(bytes + ALIGNMENT).asByteBuffer();
    ByteBuffer aligned =
        whole
            .position((int) (address - block.address()))
            .limit((int) (address - block.address() + bytes))
            .slice()
            .order(ByteOrder.nativeOrder());
    this.floats = aligned.asFloatBuffer();
    this.doubles = aligned.asDoubleBuffer();
  }

  long bytes() {
    return bytes;
  }

  long address() {
    return address;
  }

  FloatBuffer floats() {
    return floats;
  }

  DoubleBuffer doubles() {
    return doubles;
  }

  /** Gives the memory back to the system; nothing may touch it afterwards. */
  void free() {
    Pointer.free(block);
  }
}
