package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleBinaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.gan4j.io.plot.Figure;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 7: the derivative's zero is D* = p/(p + q). */
public final class StationaryPoint implements Row {
  /** Closer to 0 and 1, the poles of the derivative leave a root finder no digits. */
  private static final double EDGE = 1e-9;

  private final DoubleBinaryOperator formula;

  /** Creates the row as the theorem states it. */
  public StationaryPoint() {
    this(Discriminators.OPTIMAL);
  }

  /** Claims that this formula in p(x) and q(x) is the zero. */
  StationaryPoint(DoubleBinaryOperator formula) {
    this.formula = formula;
  }

  @Override
  public Statement statement() {
    return Statement.of("7", "The optimal discriminator")
        .claim("The derivative vanishes at a single D: D* is the share of p in p + q.")
        .formula("{p}/{D} − {q}/{1 − D} = 0 ⇒ D^*(x) = {p(x)}/{p(x) + q(x)}")
        .source("Goodfellow et al. 2014, Proposition 1, equation 2.")
        .method(
            "The zero of p/D − q/(1 − D) by Brent’s root finder, which does not know the formula, at"
                + " 401 points for each pair of densities, wherever D* is within [1e-6, 1 − 1e-6].");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    double[] xs = LineGrid.linear(-8, 8, 401);
    for (NamedPair pair : NamedPair.all()) {
      double worst = 0;
      int points = 0;
      for (double x : xs) {
        double p = pair.p().density(x);
        double q = pair.q().density(x);
        if (p > 1e-6 * q && q > 1e-6 * p) {
          worst = Math.max(worst, Math.abs(root(p, q) - formula.applyAsDouble(p, q)));
          points++;
        }
      }
      evidence
          .check(Check.equal("largest |root − D*|: " + pair.name(), worst, 0, 1e-12))
          .number("points: " + pair.name(), points);
    }
    return evidence.figure(figure()).done();
  }

  private static double root(double p, double q) {
    double total = p + q;
    return new BrentSolver(1e-15, 1e-15)
        .solve(1_000, d -> (p / d - q / (1 - d)) / total, EDGE, 1 - EDGE);
  }

  private Figure figure() {
    NamedPair pair = NamedPair.all().get(1);
    double[] xs = LineGrid.linear(-5, 6, 331);
    return Figure.of(
            "Two densities and D*",
            "D* is near 1 where p dominates, near 0 where q does, and 1/2 where they cross: "
                + pair.name()
                + ".",
            "x",
            "density, probability")
        .line("p", xs, LineGrid.map(xs, pair.p()::density))
        .line("q", xs, LineGrid.map(xs, pair.q()::density))
        .dashed("D* = p/(p + q)", xs, LineGrid.map(xs, Discriminators.of(formula, pair)));
  }
}
