package org.gan4j.core.backend.cpu;

/**
 * Where loops over tiles end: not at the last element but at a multiple of 128, since what lies
 * beyond is never read. The JIT compiler vectorises a loop only if it was seen to run long. Losses
 * compute with scalars, and without this a program's first thousand scalars would make its kernels
 * three to six times as slow, for good.
 */
final class LoopEnd {
  private static final int MULTIPLE = 128;

  private LoopEnd() {}

  /** Returns where to end a loop over this many elements of an array of the given length. */
  static int of(int elements, int length) {
    return Math.min(length, (elements + MULTIPLE - 1) / MULTIPLE * MULTIPLE);
  }
}
