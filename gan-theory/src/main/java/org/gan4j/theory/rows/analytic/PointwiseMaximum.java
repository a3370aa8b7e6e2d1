package org.gan4j.theory.rows.analytic;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.gan4j.io.plot.Figure;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.Quadrature;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Row 6: the maximum of V over D can be taken inside the integral, point by point. */
public final class PointwiseMaximum implements Row {
  private static final double[] MASSES = {0, 1e-3, 0.1, 0.5, 1, 2, 10};

  private final DoubleBinaryOperator formula;

  /** Creates the row as the theorem states it. */
  public PointwiseMaximum() {
    this(Discriminators.OPTIMAL);
  }

  /** Claims that this formula in p(x) and q(x) is the maximiser. */
  PointwiseMaximum(DoubleBinaryOperator formula) {
    this.formula = formula;
  }

  @Override
  public Statement statement() {
    return Statement.of("6", "The maximum, point by point")
        .claim(
            "For fixed G, V is an integral over x, and D can be chosen at each x independently, so V"
                + " is largest if the integrand is largest at every x. The maximum is unique, since"
                + " the second derivative is negative; where one density vanishes, it is at the"
                + " boundary.")
        .formula("V(D, G) = ∫ {p(x) log D(x) + q(x) log(1 − D(x))} d x")
        .formula("argmax_{0≤y≤1} {a log y + b log(1 − y)} = {a}/{a + b}")
        .source("Goodfellow et al. 2014, Section 4.1, equation 3 and the proof of Proposition 1.")
        .method(
            "a log y + b log(1 − y) on a grid of (a, b), edges included, maximised by Brent’s"
                + " optimiser from values alone, which finds y to about 1e-8; second derivatives by"
                + " differences. Then V of the discriminator that the optimiser finds at the nodes of"
                + " the quadrature, against 2·JSD − log 4.");
  }

  @Override
  public Evidence check(Setting setting) {
    Evidence.Builder evidence = Evidence.collect();
    grid(evidence);
    evidence.number("pairs (a, b)", MASSES.length * MASSES.length - 1.0);
    setting.reached(0.2, "maximising at every node");
    for (NamedPair pair : NamedPair.all().subList(0, 2)) {
      double value =
          Quadrature.over(pair.p(), pair.q())
              .integrate(x -> greatest(pair.p().density(x), pair.q().density(x)))
              .value();
      double best = Divergences.between(pair.p(), pair.q()).optimalValue().value();
      evidence.check(
          Check.equal("∫ max of the integrand = V(D*): " + pair.name(), value, best, 1e-11));
    }
    return evidence.figure(figure()).done();
  }

  private void grid(Evidence.Builder evidence) {
    double inside = 0;
    double edges = 0;
    double gap = Double.NEGATIVE_INFINITY;
    double bend = Double.NEGATIVE_INFINITY;
    for (double a : MASSES) {
      for (double b : MASSES) {
        if (a + b > 0) {
          double y = maximiser(a, b);
          double claimed = formula.applyAsDouble(a, b);
          double miss = Math.abs(y - claimed);
          if (a * b > 0) {
            inside = Math.max(inside, miss);
            bend = Math.max(bend, secondDerivative(a, b, y) / (a + b));
          } else {
            edges = Math.max(edges, miss);
          }
          gap = Math.max(gap, (integrand(a, b, y) - integrand(a, b, claimed)) / (a + b));
        }
      }
    }
    evidence
        .check(Check.equal("largest |y − a/(a + b)|, a and b above 0", inside, 0, 1e-7))
        .check(Check.equal("largest |y − a/(a + b)|, a or b = 0", edges, 0, 1e-7))
        .check(
            Check.atMost("no y found beats a/(a + b): largest gain", gap, 0).withTolerance(1e-12))
        .check(Check.below("largest second derivative at y, over a + b", bend, 0));
  }

  /** With 0 · log 0 = 0, so that the edges are included. */
  private static double integrand(double a, double b, double y) {
    return (a == 0 ? 0 : a * Math.log(y)) + (b == 0 ? 0 : b * Math.log1p(-y));
  }

  /** From values of the integrand alone, scaled since densities can be tiny. */
  private static double maximiser(double a, double b) {
    double total = a + b;
    return new BrentOptimizer(1e-10, 1e-14)
        .optimize(
            new UnivariateObjectiveFunction(y -> integrand(a / total, b / total, y)),
            GoalType.MAXIMIZE,
            new SearchInterval(0, 1, 0.5),
            new MaxEval(1_000))
        .getPoint();
  }

  private static double greatest(double a, double b) {
    return a + b == 0 ? 0 : integrand(a, b, maximiser(a, b));
  }

  private static double secondDerivative(double a, double b, double y) {
    double step = 1e-2 * Math.min(y, 1 - y);
    DoubleUnaryOperator f = t -> integrand(a, b, t);
    return (f.applyAsDouble(y + step) - 2 * f.applyAsDouble(y) + f.applyAsDouble(y - step))
        / (step * step);
  }

  private Figure figure() {
    double[] ys = LineGrid.linear(0.005, 0.995, 199);
    Figure figure =
        Figure.of(
            "The integrand at one point",
            "a log y + b log(1 − y) has one maximum, at a/(a + b).",
            "y = D(x)",
            "a log y + b log(1 − y)");
    double[][] masses = {{0.8, 0.2}, {0.5, 0.5}, {0.1, 0.6}};
    double[] best = new double[masses.length];
    double[] height = new double[masses.length];
    for (int i = 0; i < masses.length; i++) {
      double a = masses[i][0];
      double b = masses[i][1];
      figure =
          figure.line(
              "p(x) = " + a + ", q(x) = " + b, ys, LineGrid.map(ys, y -> integrand(a, b, y)));
      best[i] = formula.applyAsDouble(a, b);
      height[i] = integrand(a, b, best[i]);
    }
    return figure.points("a/(a + b)", best, height);
  }
}
