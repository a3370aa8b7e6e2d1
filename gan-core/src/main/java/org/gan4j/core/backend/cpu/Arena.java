package org.gan4j.core.backend.cpu;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.backend.ScopeStack;

/**
 * A bump allocator. Releasing a mark keeps the slabs, so that a training step that repeats finds
 * every tensor at the address of the step before and the system is asked for memory no more.
 */
final class Arena implements ScopeStack.Memory {
  private static final long FIRST_SLAB = 4L << 20;
  private static final long LARGEST_GROWTH = 256L << 20;
  private static final int POSITION_BITS = 40;

  private final List<Slab> slabs = new ArrayList<>();
  private final Object owner;
  private int current;
  private long position;
  private long reserved;

  /** Makes an arena of a backend instance. */
  Arena(Object owner) {
    this.owner = owner;
  }

  /** Returns memory for so many elements, with arbitrary content. */
  Mem allocate(DType dtype, long elements) {
    long bytes =
        Math.max(1, (elements * dtype.bytes() + Slab.ALIGNMENT - 1) / Slab.ALIGNMENT)
            * Slab.ALIGNMENT;
    while (current < slabs.size() && position + bytes > slabs.get(current).bytes()) {
      current++;
      position = 0;
    }
    if (current == slabs.size()) {
      grow(bytes);
    }
    Mem mem = new Mem(slabs.get(current), dtype, Math.toIntExact(position / dtype.bytes()));
    position += bytes;
    return mem;
  }

  private void grow(long bytes) {
    long doubled = slabs.isEmpty() ? FIRST_SLAB : Math.min(LARGEST_GROWTH, reserved);
    Slab slab = new Slab(owner, Math.max(bytes, doubled));
    slabs.add(slab);
    reserved += slab.bytes();
    position = 0;
  }

  long reserved() {
    return reserved;
  }

  @Override
  public long mark() {
    return ((long) current << POSITION_BITS) | position;
  }

  @Override
  public void release(long mark) {
    current = (int) (mark >>> POSITION_BITS);
    position = mark & ((1L << POSITION_BITS) - 1);
  }

  void free() {
    slabs.forEach(Slab::free);
    slabs.clear();
    reserved = 0;
    release(0);
  }
}
