package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A weighted sum of densities, added up in log space. */
final class Mixture implements Density {
  private static final double TOLERANCE = 1e-9;

  /** Elbows are looked for far beyond the breakpoints: the other density may be that wide. */
  private static final int OUTWARD_STEPS = 9;

  /** In the logarithm of the distance; each further step is twice as wide. */
  private static final double FIRST_STEP = 4;

  private final double[] weights;
  private final double[] logWeights;
  private final Density[] parts;
  private final Outline outline;

  Mixture(double[] weights, Density[] parts) {
    requireWeights(weights, parts.length);
    this.weights = weights.clone();
    this.parts = parts.clone();
    logWeights = new double[weights.length];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      logWeights[i] = Math.log(weights[i] / sum);
      this.weights[i] = weights[i] / sum;
    }
    Outline union = Outline.union(Stream.of(parts).map(Density::outline).toList());
    outline = union.with(elbows(union));
  }

  /** Where one part takes over from another, steeply. */
  private List<Point> elbows(Outline union) {
    Partition partition = union.partition();
    List<QuadraturePanel> panels = new ArrayList<>(partition.panels());
    partition.openEnds().forEach(end -> panels.addAll(end.outward(FIRST_STEP, OUTWARD_STEPS)));
    List<Point> elbows = new ArrayList<>();
    for (QuadraturePanel panel : panels) {
      for (int i = 0; i < parts.length; i++) {
        for (int j = 0; j < i; j++) {
          Crossings.sharp(panel, difference(i, j)).forEach(t -> elbows.add(panel.breakpoint(t)));
        }
      }
    }
    return elbows;
  }

  private ToDoubleFunction<Point> difference(int i, int j) {
    double logOdds = logWeights[i] - logWeights[j];
    return x -> logOdds + parts[i].logLocalDensity(x) - parts[j].logLocalDensity(x);
  }

  /**
   * Weights that a person typed add up to 1 only to a few digits; they are divided by their sum.
   */
  static void requireWeights(double[] weights, int parts) {
    if (weights.length == 0 || weights.length != parts) {
      throw new IllegalArgumentException(
          "mixture: expected a weight for each part, got %d weights and %d parts"
              .formatted(weights.length, parts));
    }
    double sum = 0;
    for (double weight : weights) {
      if (!(weight > 0)) {
        throw new IllegalArgumentException(
            "mixture: expected weights > 0, got " + weight + "; leave that part out");
      }
      sum += weight;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "mixture: expected weights that sum to 1, got a sum of %s; divide them by it"
              .formatted((float) sum));
    }
  }

  @Override
  public double logDensity(Point x) {
    return logSum(part -> part.logDensity(x));
  }

  @Override
  public double logLocalDensity(Point x) {
    return logSum(part -> part.logLocalDensity(x));
  }

  private double logSum(ToDoubleFunction<Density> logOf) {
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double term = logWeights[i] + logOf.applyAsDouble(parts[i]);
      if (term > greatest) {
        sum = sum * Math.exp(greatest - term) + 1;
        greatest = term;
      } else if (term > Double.NEGATIVE_INFINITY) {
        sum += Math.exp(term - greatest);
      }
    }
    return greatest == Double.NEGATIVE_INFINITY ? greatest : greatest + Math.log(sum);
  }

  /** That of the part that falls least; its weight is nothing beside a logarithm that overflows. */
  @Override
  public double logSurprisal(Point x) {
    return Stream.of(parts).mapToDouble(part -> part.logSurprisal(x)).min().orElseThrow();
  }

  @Override
  public double roundoff(Point x) {
    double weight = DoubleStream.of(logWeights).map(Math::abs).max().orElseThrow();
    double greatest = Stream.of(parts).mapToDouble(part -> part.roundoff(x)).max().orElseThrow();
    return greatest + weight * Math.ulp(1.0);
  }

  @Override
  public double cumulative(double x) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += weights[i] * parts[i].cumulative(x);
    }
    return Math.min(1, sum);
  }

  @Override
  public double sample(RandomGenerator draws) {
    double left = draws.nextDouble();
    int part = 0;
    while (part < parts.length - 1 && left >= weights[part]) {
      left -= weights[part++];
    }
    return parts[part].sample(draws);
  }

  @Override
  public Outline outline() {
    return outline;
  }

  @Override
  public String toString() {
    return "mixture of " + List.of(parts);
  }
}
