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
  private long evaluations;

  PlaneQuadrature(WhitenedMixture p, WhitenedMixture q, long budget) {
    this.p = p;
    this.q = q;
    this.budget = budget;
  }

  /**
   * A function of the log-densities of the mixture that is integrated over and of the other.
   *
   * @param value the function
   * @param isBounded whether it changes no faster with log q − log p than min(1, q/p) does, where
   *     it otherwise changes as fast as log q
   */
  record Function(DoubleBinaryOperator value, boolean isBounded) {
    double noise(double logP, double logQ, double noise) {
      return isBounded ? Math.exp(Math.min(0, logQ - logP)) * noise : noise;
    }
  }

  /** Returns the expectation of a function; the lines' errors are integrated like their values. */
  Estimate expectation(Function f) {
    Estimate outer =
        Quadrature.between(ends(Whitening::mean, Whitening::sd), TOLERANCE, this::hasBudget)
            .sum(s -> line(f, s.value()));
    return new Estimate(outer.value(), outer.error(), evaluations);
  }

  private Term line(Function f, double s) {
    List<Double> ends = ends(part -> part.meanGiven(s), Whitening::sdGiven);
    Estimate inner =
        Quadrature.between(ends, INNER_TOLERANCE, this::hasBudget)
            .cutWhereZero(t -> p.logDensity(s, t.value()) - q.logDensity(s, t.value()))
            .sum(t -> weighted(f, s, t.value()));
    evaluations += inner.evaluations();
    return new Term(0, inner.value(), 0, inner.error());
  }

  private Term weighted(Function f, double s, double t) {
    double logP = p.logDensity(s, t);
    double logQ = q.logDensity(s, t);
    double noise = p.noise(s, t, logP) + q.noise(s, t, logQ);
    double weight = logNormal(s) + logNormal(t);
    double factor = f.value().applyAsDouble(logP, logQ);
    return new Term(weight, factor, 1, f.noise(logP, logQ, noise));
  }

  private static double logNormal(double z) {
    return -0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
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
