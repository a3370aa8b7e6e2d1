package org.gan4j.cuda;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.ScopeStack;

/**
 * A bump allocator of device memory. Releasing a mark keeps the slabs, so that a repeated training
 * step finds every tensor at the address of the step before.
 */
final class DeviceArena implements ScopeStack.Memory {
  private static final long FIRST_SLAB = 4L << 20;
  private static final long LARGEST_GROWTH = 1L << 30;
  private static final long ALIGNMENT = 256;
  private static final long MEBIBYTE = 1L << 20;
  private static final int POSITION_BITS = 44;

  private record DeviceSlab(long address, long bytes) {}

  private final CudaStream stream;
  private final List<DeviceSlab> slabs = new ArrayList<>();
  private int current;
  private long position;
  private long reserved;

  DeviceArena(CudaStream stream) {
    this.stream = stream;
  }

  /**
   * Returns memory for this many elements, with arbitrary content.
   *
   * @throws IllegalArgumentException if kernels could not count that many
   * @throws OutOfMemoryError if the device has no more; the arena is then unchanged
   */
  DeviceMemory allocate(DType dtype, long elements) {
    if (elements > Integer.MAX_VALUE) {
      throw Expect.failure(
          "cuda", "a tensor of at most 2147483647 elements", elements + ", use a smaller batch");
    }
    return new DeviceMemory(stream, dtype, allocate(elements * dtype.bytes()));
  }

  /** {@return the address of this many bytes} */
  long allocate(long wanted) {
    long bytes = Math.max(ALIGNMENT, (wanted + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
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
    return slabs.get(slab).address() + start;
  }

  /** Where the usual growth does not fit into the device any more, what is needed still may. */
  private void grow(long bytes) {
    long doubled = slabs.isEmpty() ? FIRST_SLAB : Math.min(LARGEST_GROWTH, reserved);
    long usual = Math.max(bytes, doubled);
    if (!reserve(usual) && !(usual > bytes && reserve(bytes))) {
      long[] free = new long[1];
      long[] all = new long[1];
      Driver.check(Driver.cuMemGetInfo_v2(free, all), "the device's free memory");
      throw new OutOfMemoryError(
          "cuda: device "
              + stream.device().ordinal()
              + " refused "
              + bytes / MEBIBYTE
              + " MiB, "
              + free[0] / MEBIBYTE
              + " of its "
              + all[0] / MEBIBYTE
              + " MiB are free; use a smaller batch, or end other programs on the device");
    }
  }

  private boolean reserve(long bytes) {
    long[] address = new long[1];
    stream.device().use();
    int status = Driver.cuMemAlloc_v2(address, bytes);
    if (status == Driver.OUT_OF_MEMORY) {
      return false;
    }
    Driver.check(status, "a reservation of device memory");
    slabs.add(new DeviceSlab(address[0], bytes));
    reserved += bytes;
    return true;
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

  /** Frees the memory; the stream must have finished. */
  void free() {
    for (DeviceSlab slab : slabs) {
      Driver.check(Driver.cuMemFree_v2(slab.address()), "the release of device memory");
    }
    slabs.clear();
    reserved = 0;
    release(0);
  }
}
