package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adaptive Gauss–Kronrod quadrature over the line, for integrands made of given densities.
 *
 * <p>Panels begin and end at the densities' breakpoints; each is evaluated in its own coordinate,
 * which loses no digits next to a spike or a singular end; the panel with the greatest error is
 * halved until the errors' sum is below 1e-13 (relative above 1), or after 100 000 evaluations. The
 * reported error is that sum and the rounding. It holds for integrands that are smooth except at
 * the breakpoints; kinks elsewhere are found by halving.
 */
public final class Quadrature {
  /** What is aimed at, absolutely, and relative to a result above 1. */
  private static final double TOLERANCE = 1e-13;

  private static final int MAX_EVALUATIONS = 100_000;

  /**
   * The logarithm of a density that is zero as a double, and in whose place a function of such
   * densities may be infinite. No range of doubles is so wide that mass of 1e-15 has that density.
   */
  private static final double LOG_NOTHING = Math.log(Double.MIN_VALUE);

  /** Rounding of the integrand's logarithms, relative to the integrated magnitude. */
  private static final double ROUNDOFF = 64 * Math.ulp(1.0);

  private final List<QuadraturePanel> panels;
  private final ToDoubleFunction<QuadraturePanel> roundoff;
  private final long spent;
  private final double tolerance;
  private final BooleanSupplier goesOn;

  /** Evaluations that were spent on finding the panels count for every integral over them. */
  private Quadrature(
      List<QuadraturePanel> panels,
      ToDoubleFunction<QuadraturePanel> roundoff,
      long spent,
      double tolerance,
      BooleanSupplier goesOn) {
    this.panels = panels;
    this.roundoff = roundoff;
    this.spent = spent;
    this.tolerance = tolerance;
    this.goesOn = goesOn;
  }

  /**
   * The quadrature with panels between these ends, which halves them only while there is budget.
   */
  static Quadrature between(List<Double> ends, double tolerance, BooleanSupplier hasBudget) {
    List<QuadraturePanel> panels =
        IntStream.range(1, ends.size())
            .mapToObj(i -> QuadraturePanel.of(ends.get(i - 1), ends.get(i)))
            .toList();
    return new Quadrature(panels, panel -> ROUNDOFF, 0, tolerance, hasBudget);
  }

  /**
   * Returns the quadrature that knows these densities' supports, kinks, scales and tails.
   *
   * @param densities at least one
   * @return the quadrature
   */
  public static Quadrature over(Density... densities) {
    if (densities.length == 0) {
      throw new IllegalArgumentException("quadrature: expected at least one density, got none");
    }
    Outline union = Outline.union(Stream.of(densities).map(Density::outline).toList());
    return over(union.partition().panels(), densities);
  }

  /** The quadrature over given panels of functions of given densities. */
  static Quadrature over(List<QuadraturePanel> panels, Density... densities) {
    List<Density> copy = List.of(densities);
    ToDoubleFunction<QuadraturePanel> roundoff =
        panel -> {
          Point middle = panel.at(0.5 * (panel.lower() + panel.upper()));
          return ROUNDOFF + copy.stream().mapToDouble(density -> density.roundoff(middle)).sum();
        };
    return new Quadrature(panels, roundoff, 0, TOLERANCE, () -> true);
  }

  /** The quadrature with more panels. */
  Quadrature with(List<QuadraturePanel> more) {
    List<QuadraturePanel> all = new ArrayList<>(panels);
    all.addAll(more);
    return new Quadrature(all, roundoff, spent, tolerance, goesOn);
  }

  /** The quadrature whose panels also end where the function changes its sign. */
  Quadrature cutWhereZero(ToDoubleFunction<Point> function) {
    long[] evaluations = {0};
    ToDoubleFunction<Point> counted =
        x -> {
          evaluations[0]++;
          return function.applyAsDouble(x);
        };
    List<QuadraturePanel> pieces =
        panels.stream()
            .flatMap(panel -> panel.cut(Crossings.cuts(panel, counted)).stream())
            .toList();
    return new Quadrature(pieces, roundoff, spent + evaluations[0], tolerance, goesOn);
  }

  /**
   * Returns ∫ f(x) dx over the range that the densities span.
   *
   * @param f a function that vanishes outside the range as the densities do
   * @return the integral and its error
   */
  public Estimate integrate(DoubleUnaryOperator f) {
    return sum(x -> Term.of(x.logUnit(), f.applyAsDouble(x.value())));
  }

  /**
   * Returns the expectation of f(x), x ~ p.
   *
   * @param p a density that this quadrature was made for
   * @param f a function that grows slowly enough for the mean to exist
   * @return the expectation and its error
   */
  public Estimate expectation(Density p, DoubleUnaryOperator f) {
    return sum(
        x -> {
          double log = p.logLocalDensity(x);
          return log < LOG_NOTHING ? Term.ZERO : Term.ofDensities(log, f.applyAsDouble(x.value()));
        });
  }

  /** Adds up a function, panel by panel. */
  Estimate sum(Integrand f) {
    PriorityQueue<GaussKronrod.Piece> open =
        new PriorityQueue<>(Comparator.comparingDouble(GaussKronrod.Piece::error).reversed());
    List<GaussKronrod.Piece> done = new ArrayList<>();
    Sums sums = new Sums();
    long evaluations = spent;
    for (QuadraturePanel panel : panels) {
      evaluations += GaussKronrod.POINTS;
      sums.add(file(integrate(f, panel), open, done), 1);
    }
    while (!open.isEmpty()
        && goesOn.getAsBoolean()
        && sums.error > tolerance * Math.max(1, Math.abs(sums.value))
        && evaluations + 2 * GaussKronrod.POINTS <= MAX_EVALUATIONS) {
      GaussKronrod.Piece worst = open.remove();
      sums.add(worst, -1);
      sums.add(file(integrate(f, worst.panel().lowerHalf()), open, done), 1);
      sums.add(file(integrate(f, worst.panel().upperHalf()), open, done), 1);
      evaluations += 2 * GaussKronrod.POINTS;
    }
    done.addAll(open);
    return result(done, evaluations);
  }

  private GaussKronrod.Piece integrate(Integrand f, QuadraturePanel panel) {
    return GaussKronrod.integrate(f, panel, roundoff.applyAsDouble(panel));
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
  private static Estimate result(List<GaussKronrod.Piece> pieces, long evaluations) {
    Sums sums = new Sums();
    pieces.stream()
        .sorted(Comparator.comparingDouble(GaussKronrod.Piece::magnitude))
        .forEach(piece -> sums.add(piece, 1));
    return new Estimate(sums.value, sums.error + sums.noise, evaluations);
  }

  private static final class Sums {
    private double value;
    private double error;
    private double noise;

    void add(GaussKronrod.Piece piece, int sign) {
      value += sign * piece.value();
      error += sign * piece.error();
      noise += sign * piece.noise();
    }
  }
}
