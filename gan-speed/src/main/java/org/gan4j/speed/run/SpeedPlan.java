package org.gan4j.speed.run;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.speed.Workload;

/**
 * What to measure.
 *
 * @param backends the names of the backends, at least one
 * @param threads the number of compute threads
 * @param dtype the element type
 * @param workloads the workloads, at least one
 * @param seconds about how long it may take for each backend; slow workloads get fewer rounds
 */
public record SpeedPlan(
    List<String> backends, int threads, DType dtype, List<Workload> workloads, double seconds) {
  /**
   * Checks the plan, and that each backend works here.
   *
   * @param backends the names of the backends, at least one
   * @param threads the number of compute threads
   * @param dtype the element type
   * @param workloads the workloads, at least one
   * @param seconds about how long it may take for each backend
   * @throws IllegalArgumentException if there are no backends, no workloads, or too many threads
   * @throws org.gan4j.core.backend.BackendUnavailableException if a backend cannot work here
   */
  public SpeedPlan {
    backends = List.copyOf(backends);
    workloads = List.copyOf(workloads);
    Expect.count("bench", "backend", backends.size(), 1);
    Expect.count("bench", "case", workloads.size(), 1);
    BackendOptions options = new BackendOptions(threads, dtype);
    backends.forEach(name -> Backends.open(name, options).close());
  }

  BackendOptions options(int wanted) {
    return new BackendOptions(wanted, dtype);
  }
}
