package org.gan4j.speed;

/**
 * The work of one run of a workload, from which a time becomes a rate.
 *
 * @param flop the number of floating-point operations
 * @param bytes the number of bytes that it must read or write: each operand and each result once
 */
public record Cost(double flop, double bytes) {
  private static final double GIGA = 1e9;
  private static final double MICRO = 1e-6;

  /** {@return operations per byte, which decides whether arithmetic or memory is the limit} */
  public double intensity() {
    return flop / bytes;
  }

  /**
   * Returns the rate of operations.
   *
   * @param micros the time of one run, in microseconds
   * @return GFLOP/s
   */
  public double gflops(double micros) {
    return flop / (micros * MICRO) / GIGA;
  }

  /**
   * Returns the rate at which bytes move.
   *
   * @param micros the time of one run, in microseconds
   * @return GB/s, with 10⁹ bytes
   */
  public double gbps(double micros) {
    return bytes / (micros * MICRO) / GIGA;
  }
}
