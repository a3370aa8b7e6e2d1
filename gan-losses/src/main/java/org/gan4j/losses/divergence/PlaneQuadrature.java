package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The expectation of a function of two log-densities under one Gaussian part, by nested quadrature
 * in the part's own whitened coordinates (s, t): over s, and for each s over t.
 *
 * <p>The square reaches to 10 standard deviations. What lies beyond is at most exp(−50) times a
 * quadratic function, and below rounding. Panels end at the part's own scale and, where another
 * part is narrower, at that one's marginal and conditional scales; on each line also where the
 * log-densities cross. No part is ever dropped for its smallness.
 */
final class PlaneQuadrature {
  private static final double REACH = 10;
  private static final double[] OWN = {-REACH, -6, -3, 0, 3, 6, REACH};
  private static final double[] MULTIPLES = {-39, -14, -8, -4, -2, 0, 2, 4, 8, 14, 39};

  /** Parts that are nearly as wide as the own one need no panels of their own. */
  private static final double NARROW = 0.7;

  /** Points closer than this to the one before, relative to the narrowest scale, are left out. */
  private static final double CLOSE = 0.02;

  private static final double TOLERANCE = 1e-10;
  private static final double INNER_TOLERANCE = 1e-13;

  private final WhitenedMixture p;
  private final WhitenedMixture q;
  private final long budget;
  private final double roundoff;
  private long evaluations;
  private double worstLine;

  PlaneQuadrature(WhitenedMixture p, WhitenedMixture q, long budget) {
    this.p = p;
    this.q = q;
    this.budget = budget;
    roundoff = Math.ulp(1.0) * 64 * parts().mapToDouble(Whitening::norm).max().orElseThrow();
  }

  /**
   * Returns the expectation of f(log p, log q). Each line's error counts at the greatest one's
   * size, over the whole reach of s.
   */
  Estimate expectation(DoubleBinaryOperator f) {
    List<Double> ends = ends(Whitening::mean, Whitening::sd);
    Estimate outer =
        Quadrature.between(ends, TOLERANCE, roundoff, this::hasBudget)
            .integrate((anchor, offset) -> line(f, anchor + offset), 1);
    return new Estimate(outer.value(), outer.error() + 2 * REACH * worstLine, evaluations);
  }

  private double line(DoubleBinaryOperator f, double s) {
    List<Double> ends = ends(part -> part.meanGiven(s), Whitening::sdGiven);
    Estimate inner =
        Quadrature.between(ends, INNER_TOLERANCE, roundoff, this::hasBudget)
            .cutWhereZero((a, o) -> p.logDensity(s, a + o) - q.logDensity(s, a + o))
            .integrate((a, o) -> weighted(f, s, a + o), normal(s));
    evaluations += inner.evaluations();
    worstLine = Math.max(worstLine, inner.error());
    return inner.value();
  }

  private double weighted(DoubleBinaryOperator f, double s, double t) {
    return normal(s) * normal(t) * f.applyAsDouble(p.logDensity(s, t), q.logDensity(s, t));
  }

  private static double normal(double z) {
    return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }

  private boolean hasBudget() {
    return evaluations < budget;
  }

  private Stream<Whitening> parts() {
    return Stream.concat(p.parts(), q.parts());
  }

  private List<Double> ends(ToDoubleFunction<Whitening> mean, ToDoubleFunction<Whitening> sd) {
    List<Whitening> narrow = parts().filter(part -> sd.applyAsDouble(part) < NARROW).toList();
    DoubleStream others =
        narrow.stream()
            .flatMapToDouble(
                part ->
                    DoubleStream.of(MULTIPLES)
                        .map(m -> mean.applyAsDouble(part) + m * sd.applyAsDouble(part)));
    double gap = CLOSE * narrow.stream().mapToDouble(sd).min().orElse(NARROW);
    return spaced(DoubleStream.concat(DoubleStream.of(OWN), others), gap);
  }

  private static List<Double> spaced(DoubleStream points, double gap) {
    List<Double> spaced = new ArrayList<>(List.of(-REACH));
    points
        .filter(point -> point > -REACH && point < REACH)
        .sorted()
        .filter(point -> point - spaced.get(spaced.size() - 1) > gap)
        .forEach(spaced::add);
    spaced.add(REACH);
    return spaced;
  }
}
