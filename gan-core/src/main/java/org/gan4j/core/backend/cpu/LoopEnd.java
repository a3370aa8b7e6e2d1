package org.gan4j.core.backend.cpu;

/**
 * Where loops over tiles end: not at the last element but at a multiple of 128, since what lies
 * beyond is never read. The JIT compiler vectorises a loop only if it was seen to run long. Losses
 * compute with scalars, and without this a program that computes with many makes its kernels two to
 * seven times as slow, for good. Architecture decision record 28 has the measurements.
 */
final class LoopEnd {
  /** A loop of this many elements is long. */
  static final int LONG = 128;

  private LoopEnd() {}

  /** Returns where to end a loop over this many elements of an array of the given length. */
  static int of(int elements, int length) {
    return Math.min(length, (elements + LONG - 1) / LONG * LONG);
  }
}
