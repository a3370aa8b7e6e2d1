package org.gan4j.speed.run;

import org.gan4j.speed.Cost;
import org.gan4j.speed.Timing;
import org.gan4j.speed.Workload;

/**
 * A workload that was timed on a backend.
 *
 * @param name the workload's name
 * @param kind what it measures
 * @param backend the backend's name
 * @param timing how long a run takes
 * @param cost the work of a run, NaN where it is not known
 */
public record CaseResult(
    String name, Workload.Kind kind, String backend, Timing timing, Cost cost) {
  /** {@return GFLOP/s of the median} */
  public double gflops() {
    return cost.gflops(timing.median());
  }

  /** {@return GB/s of the median} */
  public double gbps() {
    return cost.gbps(timing.median());
  }
}
