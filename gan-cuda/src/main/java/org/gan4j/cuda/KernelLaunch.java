package org.gan4j.cuda;

import org.gan4j.core.DType;

/**
 * A call of a kernel, put together argument by argument. A stream has one of these and uses it
 * again for every call.
 */
final class KernelLaunch {
  static final int LANES = 32;
  static final int GROUPS = 8;

  private static final int MOST_ARGUMENTS = 24;
  private static final int THREADS = LANES * GROUPS;

  /** Beyond this many blocks, threads take several elements each. */
  private static final int MOST_BLOCKS = 1 << 16;

  private final CudaDevice device;
  private final Commands commands;
  private final long[] arguments = new long[MOST_ARGUMENTS];
  private long function;
  private int count;
  private int numbers;
  private int gridX;
  private int gridY;
  private boolean grouped;

  KernelLaunch(CudaDevice device, Commands commands) {
    this.device = device;
    this.commands = commands;
  }

  /** Begins a call. */
  KernelLaunch of(Kernel kernel, DType dtype) {
    function = device.function(kernel, dtype);
    count = 0;
    numbers = 0;
    return this;
  }

  /** Adds memory, or a null pointer for null. */
  KernelLaunch at(DeviceMemory memory) {
    return address(memory == null ? 0 : memory.address());
  }

  /** Adds an address. */
  KernelLaunch address(long address) {
    arguments[count++] = address;
    return this;
  }

  /** Adds a whole number. */
  KernelLaunch count(int number) {
    arguments[count++] = number;
    return this;
  }

  /** Adds a real number, which may be another one when the step is repeated. */
  KernelLaunch number(double number) {
    numbers |= 1 << count;
    arguments[count++] = Double.doubleToRawLongBits(number);
    return this;
  }

  /** Runs it with a thread for each element. */
  void each(long elements) {
    if (elements > 0) {
      run(Math.min(MOST_BLOCKS, blocks(elements, THREADS)), 1, false);
    }
  }

  /** Runs it in blocks of 32 × 8 threads. */
  void grouped(int blocksAcross, int blocksDown) {
    if (blocksAcross > 0) {
      run(blocksAcross, blocksDown, true);
    }
  }

  private void run(int across, int down, boolean inGroups) {
    gridX = across;
    gridY = down;
    grouped = inGroups;
    commands.kernel(this);
  }

  /** {@return how many blocks hold so many things} */
  static int blocks(long things, int each) {
    return (int) ((things + each - 1) / each);
  }

  long function() {
    return function;
  }

  int gridX() {
    return gridX;
  }

  int gridY() {
    return gridY;
  }

  int blockX() {
    return grouped ? LANES : THREADS;
  }

  int blockY() {
    return grouped ? GROUPS : 1;
  }

  /** {@return how many arguments there are} */
  int size() {
    return count;
  }

  /** {@return an argument's 8 bytes, of which the kernel reads as many as its type has} */
  long argument(int index) {
    return arguments[index];
  }

  /** {@return a bit for each argument that is a real number} */
  int numbers() {
    return numbers;
  }
}
