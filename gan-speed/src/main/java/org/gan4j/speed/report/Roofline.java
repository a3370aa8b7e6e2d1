package org.gan4j.speed.report;

import java.util.List;
import java.util.Locale;
import org.gan4j.io.plot.AxisRange;
import org.gan4j.io.plot.Figure;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.Ceiling;
import org.gan4j.speed.run.SpeedResults;

/**
 * The cases of one backend under the ceilings of its device: GFLOP/s by operations per byte.
 *
 * @paper Williams, Waterman and Patterson 2009, Roofline: An Insightful Visual Performance Model
 */
final class Roofline {
  /** Space beside the first and the last case. */
  private static final double MARGIN = 2;

  private static final double ROOM_ABOVE = 1.6;

  private final SpeedResults results;
  private final String backend;
  private final List<CaseResult> cases;

  Roofline(SpeedResults results, String backend) {
    this.results = results;
    this.backend = backend;
    this.cases =
        results.cases().stream()
            .filter(one -> one.backend().equals(backend))
            .filter(one -> one.gflops() > 0 && one.cost().intensity() > 0)
            .toList();
  }

  /** {@return whether there is anything to draw} */
  boolean isEmpty() {
    return cases.isEmpty() || Double.isNaN(results.peakGflops(backend));
  }

  Figure figure() {
    double low = cases.stream().mapToDouble(Roofline::intensity).min().orElseThrow() / MARGIN;
    double high = cases.stream().mapToDouble(Roofline::intensity).max().orElseThrow() * MARGIN;
    double peak = results.peakGflops(backend);
    double copy = results.copyGbps(backend);
    double lowest = cases.stream().mapToDouble(CaseResult::gflops).min().orElseThrow();
    double bottom = Math.min(lowest, copy * low) / MARGIN;
    Figure figure =
        Figure.of("Roofline of " + backend, description(), "operations per byte", "GFLOP/s")
            .logX()
            .logY()
            .showingX(new AxisRange(low, high))
            .showingY(new AxisRange(bottom, peak * ROOM_ABOVE));
    figure = withRoof(figure, "best product and copy", peak, copy, low, high, false);
    figure = withSingleThread(figure, low, high);
    for (Kind kind : Kind.values()) {
      figure = withPoints(figure, kind);
    }
    return figure;
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "Each point is a case. A case on the slanted line moves memory as fast as a copy, one on"
            + " the level line computes as fast as the best product, %s GFLOP/s. Smaller cases can"
            + " be above the slanted line, as their operands stay in cache.",
        CaseNumbers.number(results.peakGflops(backend)));
  }

  private static double intensity(CaseResult one) {
    return one.cost().intensity();
  }

  private Figure withSingleThread(Figure figure, double low, double high) {
    List<Ceiling> single =
        results.ceilings().stream()
            .filter(one -> one.backend().equals(backend) && one.threads() == 1)
            .toList();
    boolean several =
        results.ceilings().stream()
            .anyMatch(one -> one.backend().equals(backend) && one.threads() > 1);
    if (single.isEmpty() || !several) {
      return figure;
    }
    Ceiling one = single.get(0);
    return withRoof(figure, "the same with one thread", one.gflops(), one.gbps(), low, high, true);
  }

  private static Figure withRoof(
      Figure figure,
      String name,
      double peak,
      double copy,
      double low,
      double high,
      boolean dashed) {
    double ridge = peak / copy;
    double[] x = {low, Math.max(low, Math.min(high, ridge)), high};
    double[] y = {Math.min(peak, copy * x[0]), Math.min(peak, copy * x[1]), peak};
    y[2] = Math.min(peak, copy * high);
    return (dashed ? figure.dashed(name, x, y) : figure.line(name, x, y)).inGrey();
  }

  private Figure withPoints(Figure figure, Kind kind) {
    List<CaseResult> shown = cases.stream().filter(one -> one.kind() == kind).toList();
    return shown.isEmpty()
        ? figure
        : figure.points(
            kind.title(),
            shown.stream().mapToDouble(Roofline::intensity).toArray(),
            shown.stream().mapToDouble(CaseResult::gflops).toArray());
  }
}
