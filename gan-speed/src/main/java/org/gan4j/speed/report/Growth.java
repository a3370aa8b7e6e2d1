package org.gan4j.speed.report;

import java.util.List;
import java.util.Optional;
import org.gan4j.io.plot.Figure;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;

/** How the time of a step grows with one number, such as the batch. */
final class Growth {
  private static final double MICROS_PER_MILLI = 1e3;

  private Growth() {}

  static Optional<Figure> byBatch(SpeedResults results) {
    return figure(
        results,
        "batch/",
        Figure.of(
            "By batch",
            "A step of 784-D networks with two hidden layers of 256, by the number of samples.",
            "samples in a batch",
            "ms"));
  }

  static Optional<Figure> byWidth(SpeedResults results) {
    return figure(
        results,
        "width/",
        Figure.of(
            "By width",
            "A step of 784-D networks with two hidden layers and a batch of 64, by their units.",
            "units of a hidden layer",
            "ms"));
  }

  private static Optional<Figure> figure(SpeedResults results, String start, Figure empty) {
    List<CaseResult> cases =
        results.of(Kind.SWEEP).stream().filter(one -> one.name().startsWith(start)).toList();
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    Figure figure = empty.logX().logY();
    for (String backend : cases.stream().map(CaseResult::backend).distinct().toList()) {
      List<CaseResult> own = cases.stream().filter(one -> one.backend().equals(backend)).toList();
      double[] x =
          own.stream()
              .mapToDouble(one -> Double.parseDouble(one.name().substring(start.length())))
              .toArray();
      double[] y =
          own.stream().mapToDouble(one -> one.timing().median() / MICROS_PER_MILLI).toArray();
      figure = figure.line(backend, x, y);
    }
    return Optional.of(figure);
  }
}
