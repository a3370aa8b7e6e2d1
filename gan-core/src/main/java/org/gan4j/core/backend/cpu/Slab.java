package org.gan4j.core.backend.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.core.backend.Access;

/**
 * A block of memory off the heap, seen as floats and as doubles. Small ones are aligned to a cache
 * line, large ones to a huge page, which the system is asked to use.
 */
final class Slab {
  static final int ALIGNMENT = 64;

  /** The most bytes: a buffer has an index of 31 bits, and the alignment takes up to 2 MiB. */
  static final long LARGEST = 2045L << 20;

  private final Access access;
  private final Pointer block;
  private final long bytes;
  private final long address;
  private final FloatBuffer floats;
  private final DoubleBuffer doubles;
  private boolean freed;

  Slab(Access access, long bytes) {
    this.access = access;
    this.bytes = bytes;
    int alignment = bytes >= HugePages.BYTES ? HugePages.BYTES : ALIGNMENT;
    this.block = Pointer.malloc(bytes + alignment);
    if (block == null || block.isNull()) {
      throw new OutOfMemoryError("cpu: the system refused " + bytes + " bytes off the heap");
    }
    this.address = (block.address() + alignment - 1) / alignment * alignment;
    if (alignment == HugePages.BYTES) {
      HugePages.advise(address, bytes);
    }
    ByteBuffer whole = block.capacity(bytes + alignment).asByteBuffer();
    ByteBuffer aligned =
        whole
            .position((int) (address - block.address()))
            .limit((int) (address - block.address() + bytes))
            .slice()
            .order(ByteOrder.nativeOrder());
    this.floats = aligned.asFloatBuffer();
    this.doubles = aligned.asDoubleBuffer();
  }

  /** {@return the access of the backend instance that this belongs to} */
  Access access() {
    return access;
  }

  long bytes() {
    return bytes;
  }

  long address() {
    checkLive();
    return address;
  }

  FloatBuffer floats() {
    checkLive();
    return floats;
  }

  DoubleBuffer doubles() {
    checkLive();
    return doubles;
  }

  /** Frees the memory; nothing may touch it afterwards. */
  void free() {
    freed = true;
    Pointer.free(block);
  }

  /** Touching freed memory would crash the process. */
  private void checkLive() {
    if (freed) {
      throw new IllegalStateException("backend cpu: expected an open backend, but it was closed");
    }
  }
}
