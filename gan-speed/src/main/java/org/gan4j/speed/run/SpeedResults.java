package org.gan4j.speed.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.gan4j.speed.Workload.Kind;

/**
 * What was measured on one machine.
 *
 * @param facts the machine and the settings, by name, in the order in which to show them
 * @param ceilings what the backends attain at best
 * @param cases the timed workloads
 */
public record SpeedResults(
    Map<String, String> facts, List<Ceiling> ceilings, List<CaseResult> cases) {
  /**
   * Copies the lists.
   *
   * @param facts the machine and the settings
   * @param ceilings what the backends attain at best
   * @param cases the timed workloads
   */
  public SpeedResults {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    ceilings = List.copyOf(ceilings);
    cases = List.copyOf(cases);
  }

  /** {@return the names of the backends, in the order of the cases} */
  public List<String> backends() {
    return cases.stream().map(CaseResult::backend).distinct().toList();
  }

  /**
   * Returns the cases of a kind.
   *
   * @param kind the kind
   * @return its cases, in order
   */
  public List<CaseResult> of(Kind kind) {
    return cases.stream().filter(one -> one.kind() == kind).toList();
  }

  /**
   * Returns the fastest product on the device of a backend, with any backend.
   *
   * @param backend the backend's name; one without ceilings counts as on the first one's device
   * @return GFLOP/s, NaN if nothing was measured
   */
  public double peakGflops(String backend) {
    String device = device(backend);
    double products =
        of(Kind.GEMM).stream()
            .filter(one -> device(one.backend()).equals(device))
            .mapToDouble(one -> one.cost().gflops(one.timing().min()))
            .max()
            .orElse(Double.NaN);
    return greatest(DoubleStream.of(products, best(device, Ceiling::gflops)));
  }

  /**
   * Returns the fastest copy on the device of a backend, with any backend.
   *
   * @param backend the backend's name; one without ceilings counts as on the first one's device
   * @return GB/s, NaN if nothing was measured
   */
  public double copyGbps(String backend) {
    return best(device(backend), Ceiling::gbps);
  }

  /**
   * Returns how much of the peak a case attains.
   *
   * @param one the case
   * @return from 0 to 1, NaN if its operations or the peak are not known
   */
  public double peakShare(CaseResult one) {
    return one.gflops() / peakGflops(one.backend());
  }

  private double best(String device, ToDoubleFunction<Ceiling> rate) {
    return greatest(ceilings.stream().filter(one -> one.device().equals(device)).mapToDouble(rate));
  }

  private static double greatest(DoubleStream rates) {
    return rates.filter(rate -> !Double.isNaN(rate)).max().orElse(Double.NaN);
  }

  private String device(String backend) {
    return ceilings.stream()
        .filter(one -> one.backend().equals(backend))
        .findFirst()
        .or(() -> ceilings.stream().findFirst())
        .map(Ceiling::device)
        .orElse("cpu");
  }
}
