package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A weighted sum of densities, added up in log space. */
final class Mixture implements Density {
  private static final double TOLERANCE = 1e-9;

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
  private List<Breakpoint> elbows(Outline union) {
    List<Breakpoint> elbows = new ArrayList<>();
    for (Panel panel : union.panelsAndBeyond()) {
      for (int i = 0; i < parts.length; i++) {
        for (int j = 0; j < i; j++) {
          Crossings.sharp(panel, difference(i, j)).forEach(t -> elbows.add(panel.point(t)));
        }
      }
    }
    return elbows;
  }

  private Integrand difference(int i, int j) {
    double logOdds = logWeights[i] - logWeights[j];
    return (anchor, offset) ->
        logOdds + parts[i].logDensity(anchor, offset) - parts[j].logDensity(anchor, offset);
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
  public double logDensity(double anchor, double offset) {
    double greatest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double term = logWeights[i] + parts[i].logDensity(anchor, offset);
      if (term > greatest) {
        sum = sum * Math.exp(greatest - term) + 1;
        greatest = term;
      } else if (term > Double.NEGATIVE_INFINITY) {
        sum += Math.exp(term - greatest);
      }
    }
    return greatest == Double.NEGATIVE_INFINITY ? greatest : greatest + Math.log(sum);
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
