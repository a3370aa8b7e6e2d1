package org.gan4j.core.backend.cpu;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Access;
import org.gan4j.core.backend.ScopeStack;

/**
 * A bump allocator. Releasing a mark keeps the slabs, so that a repeated training step finds every
 * tensor at the address of the step before and requests no more memory from the system.
 */
final class Arena implements ScopeStack.Memory {
  private static final long FIRST_SLAB = 4L << 20;
  private static final long LARGEST_GROWTH = 256L << 20;
  private static final int POSITION_BITS = 40;

  private final List<Slab> slabs = new ArrayList<>();
  private final Access access;
  private int current;
  private long position;
  private long reserved;

  /** Creates an arena of a backend instance. */
  Arena(Access access) {
    this.access = access;
  }

  /**
   * Returns memory for this many elements, with arbitrary content.
   *
   * @throws IllegalArgumentException if a slab cannot be that large; the arena is then unchanged
   */
  Mem allocate(DType dtype, long elements) {
    if (elements > Slab.LARGEST / dtype.bytes()) {
      throw Expect.failure(
          "cpu", "a tensor of at most 2045 MiB", elements + " elements of " + dtype);
    }
    long bytes = Math.max(Slab.ALIGNMENT, aligned(elements * dtype.bytes()));
    int slab = current;
    long start = position;
    while (slab < slabs.size() && start + bytes > slabs.get(slab).bytes()) {
      slab++;
      start = 0;
    }
    if (slab == slabs.size()) {
      grow(bytes);
    }
    current = slab;
    position = start + bytes;
    return new Mem(slabs.get(slab), dtype, Math.toIntExact(start / dtype.bytes()));
  }

  private static long aligned(long bytes) {
    return (bytes + Slab.ALIGNMENT - 1) / Slab.ALIGNMENT * Slab.ALIGNMENT;
  }

  private void grow(long bytes) {
    long doubled = slabs.isEmpty() ? FIRST_SLAB : Math.min(LARGEST_GROWTH, reserved);
    Slab slab = new Slab(access, Math.max(bytes, doubled));
    slabs.add(slab);
    reserved += slab.bytes();
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
