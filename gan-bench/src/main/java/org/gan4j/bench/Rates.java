package org.gan4j.bench;

import org.gan4j.speed.Cost;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Secondary results: the work of the runs. With JMH's throughput mode and seconds, {@code gflops}
 * is GFLOP/s and {@code gbytes} is GB/s, although JMH prints ops/s beside both.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Rates {
  private static final double GIGA = 1e9;

  /** Floating-point operations, in 10⁹. */
  public double gflops;

  /** Bytes of operands and results, in 10⁹. */
  public double gbytes;

  /** Creates the counters; JMH calls this. */
  public Rates() {}

  /** Starts at 0. */
  @Setup(Level.Iteration)
  public void reset() {
    gflops = 0;
    gbytes = 0;
  }

  /**
   * Counts a run.
   *
   * @param cost its work
   */
  public void add(Cost cost) {
    gflops += cost.flop() / GIGA;
    gbytes += cost.bytes() / GIGA;
  }
}
