package org.gan4j.theory.rows.analytic;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import org.gan4j.io.plot.Figure;
import org.gan4j.theory.Check;
import org.gan4j.theory.Evidence;
import org.gan4j.theory.Row;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;

/** Proposition 2: gradient descent on q itself, with D optimal before each step. */
public final class FunctionalDescent implements Row {
  private static final String ID = "P2";
  private static final int ATOMS = 20;
  private static final int MIRROR_STEPS = 40;
  private static final int SUBGRADIENT_STEPS = 4_000;
  private static final double RATE = 0.02;

  private final DoubleBinaryOperator formula;

  /** Creates the row as the theorem states it. */
  public FunctionalDescent() {
    this(Discriminators.OPTIMAL);
  }

  /** Uses another formula in p and q for D before each step. */
  FunctionalDescent(DoubleBinaryOperator formula) {
    this.formula = formula;
  }

  @Override
  public Statement statement() {
    return Statement.of(ID, "Descent of q converges to p")
        .claim(
            "U(q) = sup_D V(D, q) is convex in q, and the gradient of V by q with D at its optimum"
                + " is a subgradient of U. So if each step updates q itself against an optimal D, q"
                + " converges to p. Mirror descent with step 1 halves the distance each time.")
        .formula("{∂ U}/{∂ q_i} = log(1 − D_i^*) = log {q_i}/{p_i + q_i}")
        .formula("q_i ← q_i exp(−log(1 − D_i^*)) = p_i + q_i ⇒ q ← {p + q}/{2}")
        .source("Goodfellow et al. 2014, Proposition 2 (with G as a density, not a network).")
        .method(
            "Random distributions p and q on 20 atoms. The subgradient against differences of U"
                + " along the simplex; convexity at random midpoints; entropic mirror descent with"
                + " step 1 against (p + q)/2; projected subgradient descent until it reaches p.");
  }

  @Override
  public Evidence check(Setting setting) {
    RandomGenerator draws = setting.rng(ID).stream("laws").at(0);
    double[] p = distribution(draws);
    double[] q = distribution(draws);
    Evidence.Builder evidence = Evidence.collect();
    subgradient(p, q, draws, evidence);
    double[] mirror = mirror(p, q, evidence);
    setting.reached(0.3, "subgradient descent");
    double[] projected = projected(p, q, evidence);
    return evidence
        .figure(
            Figure.of(
                    "Descent of q on the simplex",
                    "Mirror descent divides JSD by four in each step; projected subgradient descent"
                        + " also converges to p.",
                    "step",
                    "JSD(p ‖ q), nats")
                .logX()
                .logY()
                .line("mirror descent, step 1", steps(mirror), mirror)
                .line("projected subgradient, step " + RATE, steps(projected), projected))
        .recipe(
            String.format(
                Locale.ROOT,
                "%d atoms; mirror descent %d steps of size 1, subgradient descent %d of size %s.",
                ATOMS,
                MIRROR_STEPS,
                SUBGRADIENT_STEPS,
                RATE))
        .done();
  }

  private static double[] steps(double[] values) {
    return LineGrid.linear(1, values.length, values.length);
  }

  private static double[] distribution(RandomGenerator draws) {
    double[] weights = draws.doubles(ATOMS, 0.2, 2).toArray();
    double sum = Arrays.stream(weights).sum();
    return LineGrid.map(weights, w -> w / sum);
  }

  /** U(q) = V(D*, q), with every D at its optimum. */
  private static double value(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] * Math.log(p[i] / (p[i] + q[i]));
      sum += q[i] == 0 ? 0 : q[i] * Math.log(q[i] / (p[i] + q[i]));
    }
    return sum;
  }

  /** ½ Σ of nonnegative terms p f(q/p) with f(1) = f′(1) = 0: accurate near q = p. */
  private static double jsd(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double t = (q[i] - p[i]) / (q[i] + p[i]);
      double up = (1 + t) * Math.log1p(t);
      double down = t < 1 ? (1 - t) * Math.log1p(-t) : 0;
      sum += (p[i] + q[i]) / 2 * Math.max(0, up + down) / 2;
    }
    return sum;
  }

  private double[] gradient(double[] p, double[] q) {
    double[] gradient = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      gradient[i] = Math.log1p(-formula.applyAsDouble(p[i], Math.max(q[i], 1e-300)));
    }
    return gradient;
  }

  private void subgradient(
      double[] p, double[] q, RandomGenerator draws, Evidence.Builder evidence) {
    double[] gradient = gradient(p, q);
    double worst = 0;
    for (int i = 1; i < p.length; i++) {
      int from = i;
      double derivative = Derivative.of(e -> value(p, moved(q, from, e)), 0, 0.001);
      worst = Math.max(worst, Math.abs(derivative - (gradient[0] - gradient[i])));
    }
    double bulge = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < 100; k++) {
      double[] a = distribution(draws);
      double[] b = distribution(draws);
      double[] middle = new double[a.length];
      Arrays.setAll(middle, i -> (a[i] + b[i]) / 2);
      bulge = Math.max(bulge, value(p, middle) - (value(p, a) + value(p, b)) / 2);
    }
    evidence
        .check(Check.equal("largest |∂U − log(1 − D*)| along the simplex", worst, 0, 1e-8))
        .check(Check.below("largest U(middle) − mean of U, 100 random pairs", bulge, 0));
  }

  /** Moves mass from one atom to the first. */
  private static double[] moved(double[] q, int from, double mass) {
    double[] moved = q.clone();
    moved[0] += mass;
    moved[from] -= mass;
    return moved;
  }

  private double[] mirror(double[] p, double[] start, Evidence.Builder evidence) {
    double[] q = start;
    double[] divergences = new double[MIRROR_STEPS];
    double worst = 0;
    for (int k = 0; k < MIRROR_STEPS; k++) {
      divergences[k] = jsd(p, q);
      double[] gradient = gradient(p, q);
      double[] next = new double[q.length];
      for (int i = 0; i < q.length; i++) {
        next[i] = q[i] * Math.exp(-gradient[i]);
      }
      double sum = Arrays.stream(next).sum();
      for (int i = 0; i < q.length; i++) {
        next[i] /= sum;
        worst = Math.max(worst, Math.abs(next[i] - (p[i] + q[i]) / 2));
      }
      q = next;
    }
    evidence
        .check(Check.equal("mirror descent: largest |q − (p + q)/2| of a step", worst, 0, 1e-15))
        .check(Check.atMost("mirror descent: JSD before the last step", jsd(p, q), 1e-20));
    return divergences;
  }

  private double[] projected(double[] p, double[] start, Evidence.Builder evidence) {
    double[] q = start;
    double[] divergences = new double[SUBGRADIENT_STEPS];
    for (int k = 0; k < SUBGRADIENT_STEPS; k++) {
      divergences[k] = jsd(p, q);
      double[] gradient = gradient(p, q);
      double[] next = new double[q.length];
      for (int i = 0; i < q.length; i++) {
        next[i] = q[i] - RATE * gradient[i];
      }
      q = project(next);
    }
    evidence.check(Check.atMost("projected subgradient: JSD at the end", jsd(p, q), 1e-12));
    return divergences;
  }

  /** The nearest point of the simplex. */
  private static double[] project(double[] point) {
    double[] sorted = point.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double shift = 0;
    for (int k = 1; k <= sorted.length; k++) {
      double value = sorted[sorted.length - k];
      sum += value;
      double candidate = (sum - 1) / k;
      if (value > candidate) {
        shift = candidate;
      }
    }
    double by = shift;
    return LineGrid.map(point, value -> Math.max(0, value - by));
  }
}
