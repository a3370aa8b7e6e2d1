package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adaptive Gauss–Kronrod quadrature over the line, for integrands made of given densities.
 *
 * <p>Panels begin and end at the densities' breakpoints; each is evaluated in its own coordinate,
 * which loses no digits next to a spike or a singular end; the panel with the greatest error is
 * halved until the errors' sum is below 1e-13 (relative above 1), or after 100 000 evaluations. The
 * reported error is that sum and the rounding. It holds for integrands that are smooth except at
 * the breakpoints; kinks elsewhere, are found by halving.
 */
public final class Quadrature {
  /** What is aimed at, absolutely, and relative to a result above 1. */
  private static final double TOLERANCE = 1e-13;

  private static final int MAX_EVALUATIONS = 100_000;

  /** Rounding of the integrand's logarithms, relative to the integrated magnitude. */
  private static final double ROUNDOFF = 64 * Math.ulp(1.0);

  private final List<Panel> panels;
  private final double roundoff;
  private final long spent;
  private final double tolerance;
  private final BooleanSupplier goesOn;

  /** Evaluations that were spent on finding the panels count for every integral over them. */
  private Quadrature(
      List<Panel> panels, double roundoff, long spent, double tolerance, BooleanSupplier goesOn) {
    this.panels = panels;
    this.roundoff = roundoff;
    this.spent = spent;
    this.tolerance = tolerance;
    this.goesOn = goesOn;
  }

  /**
   * The quadrature with panels between these ends, which halves panels only while there is budget.
   * The roundoff comes on top of what evaluating a logarithm costs.
   */
  static Quadrature between(
      List<Double> ends, double tolerance, double roundoff, BooleanSupplier hasBudget) {
    List<Panel> panels =
        IntStream.range(1, ends.size())
            .mapToObj(i -> new Panel(0, 0, ends.get(i - 1), ends.get(i)))
            .toList();
    return new Quadrature(panels, ROUNDOFF + roundoff, 0, tolerance, hasBudget);
  }

  /**
   * Returns the quadrature that knows these densities' supports, kinks, scales and tails.
   *
   * @param densities at least one
   * @return the quadrature
   */
  public static Quadrature over(Density... densities) {
    List<Outline> outlines = Stream.of(densities).map(Density::outline).toList();
    if (outlines.isEmpty()) {
      throw new IllegalArgumentException("quadrature: expected at least one density, got none");
    }
    return over(outlines);
  }

  static Quadrature over(List<Outline> outlines) {
    double roundoff = outlines.stream().mapToDouble(Outline::roundoff).sum();
    return new Quadrature(
        Outline.union(outlines).panels(), ROUNDOFF + roundoff, 0, TOLERANCE, () -> true);
  }

  /** The quadrature whose panels also end where the function changes its sign. */
  Quadrature cutWhereZero(Integrand function) {
    long[] evaluations = {0};
    Integrand counted =
        (anchor, offset) -> {
          evaluations[0]++;
          return function.at(anchor, offset);
        };
    List<Panel> pieces =
        panels.stream()
            .flatMap(panel -> panel.cut(Crossings.cuts(panel, counted)).stream())
            .toList();
    return new Quadrature(pieces, roundoff, spent + evaluations[0], tolerance, goesOn);
  }

  /**
   * Returns ∫ f(x) dx over the range that the densities span. The argument is rounded to a double:
   * where that is too coarse, use {@link #integrateLocal}.
   *
   * @param f a function that vanishes outside the range as the densities do
   * @return the integral and its error
   */
  public Estimate integrate(DoubleUnaryOperator f) {
    return integrateLocal((anchor, offset) -> f.applyAsDouble(anchor + offset));
  }

  /**
   * Returns ∫ f(x) dx over the range that the densities span.
   *
   * @param f a function that vanishes outside the range as the densities do
   * @return the integral and its error
   */
  public Estimate integrateLocal(Integrand f) {
    return integrate(f, 0);
  }

  /**
   * Returns the expectation of f(x), x ~ p.
   *
   * @param p a density that this quadrature was made for
   * @param f a function that grows slowly enough for the mean to exist
   * @return the expectation and its error
   */
  public Estimate expectation(Density p, DoubleUnaryOperator f) {
    return expectationLocal(p, (anchor, offset) -> f.applyAsDouble(anchor + offset));
  }

  /**
   * Returns the expectation of f(x), x ~ p.
   *
   * @param p a density that this quadrature was made for
   * @param f a function that grows slowly enough for the mean to exist
   * @return the expectation and its error
   */
  public Estimate expectationLocal(Density p, Integrand f) {
    return integrate(
        (anchor, offset) -> {
          double density = Math.exp(p.logDensity(anchor, offset));
          return density == 0 ? 0 : density * f.at(anchor, offset);
        },
        1);
  }

  /** The floor of the error belongs to the mass, too: a sum of 1s that cancel rounds like 1. */
  Estimate integrate(Integrand f, double mass) {
    PriorityQueue<GaussKronrod.Piece> open =
        new PriorityQueue<>(Comparator.comparingDouble(GaussKronrod.Piece::error).reversed());
    List<GaussKronrod.Piece> done = new ArrayList<>();
    Sums sums = new Sums();
    long evaluations = spent;
    for (Panel panel : panels) {
      evaluations += GaussKronrod.POINTS;
      sums.add(file(GaussKronrod.integrate(f, panel), open, done), 1);
    }
    while (!open.isEmpty()
        && goesOn.getAsBoolean()
        && sums.error > tolerance * Math.max(1, Math.abs(sums.value))
        && evaluations + 2 * GaussKronrod.POINTS <= MAX_EVALUATIONS) {
      GaussKronrod.Piece worst = open.remove();
      sums.add(worst, -1);
      sums.add(file(GaussKronrod.integrate(f, worst.panel().lowerHalf()), open, done), 1);
      sums.add(file(GaussKronrod.integrate(f, worst.panel().upperHalf()), open, done), 1);
      evaluations += 2 * GaussKronrod.POINTS;
    }
    done.addAll(open);
    return result(done, mass, evaluations);
  }

  private static GaussKronrod.Piece file(
      GaussKronrod.Piece piece,
      PriorityQueue<GaussKronrod.Piece> open,
      List<GaussKronrod.Piece> done) {
    if (piece.isResolved()) {
      done.add(piece);
    } else {
      open.add(piece);
    }
    return piece;
  }

  /** Sums afresh, small pieces first, where the running sums have rounded. */
  private Estimate result(List<GaussKronrod.Piece> pieces, double mass, long evaluations) {
    Sums sums = new Sums();
    pieces.stream()
        .sorted(Comparator.comparingDouble(GaussKronrod.Piece::magnitude))
        .forEach(piece -> sums.add(piece, 1));
    double error = sums.error + roundoff * (sums.magnitude + mass);
    return new Estimate(sums.value, error, evaluations);
  }

  private static final class Sums {
    private double value;
    private double error;
    private double magnitude;

    void add(GaussKronrod.Piece piece, int sign) {
      value += sign * piece.value();
      error += sign * piece.error();
      magnitude += sign * piece.magnitude();
    }
  }
}
