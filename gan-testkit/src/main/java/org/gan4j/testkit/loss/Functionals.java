package org.gan4j.testkit.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.gan4j.losses.theory.Divergence;

/** Declared divergences as numbers, by quadrature or on atoms. */
final class Functionals {
  private static final double EDGE = 60;
  private static final int SCAN = 4000;

  private Functionals() {}

  /** D(p, (1 − share)q + share · towards). */
  static double value(Divergence divergence, Pair pair, double share) {
    if (divergence.equals(Divergence.WASSERSTEIN_1)) {
      return pair.integral(x -> Math.abs(pair.cumulative(x, share)));
    }
    DoubleUnaryOperator phi =
        divergence.perMidpoint().orElseThrow(() -> new AssertionError(unknown(divergence)));
    return pair.integral(
        x -> {
          double m = (pair.p().density(x) + pair.moved(x, share)) / 2;
          return m == 0 ? 0 : m * phi.applyAsDouble(pair.ratio(x, share));
        });
  }

  static String unknown(Divergence divergence) {
    return "divergence "
        + divergence.name()
        + ": expected a mean over (p + q)/2, or W1 of a constrained critic, or the paired"
        + " Jensen-Shannon of one up to a constant; state it so that it can be checked";
  }

  /** The critic of slope ±1 that attains W₁: ℓ′ = sign(F_q − F_p), ℓ = 0 at the first turn. */
  static DoubleUnaryOperator steepest(Pair pair) {
    List<Double> turns = new ArrayList<>();
    double first = 0;
    double last = 0;
    for (int i = 0; i <= SCAN; i++) {
      double x = -EDGE + 2 * EDGE * i / SCAN;
      double sign = -Math.signum(pair.cumulative(x, 0));
      first = first == 0 ? sign : first;
      if (sign * last < 0) {
        turns.add(turn(pair, x - 2 * EDGE / SCAN, x));
      }
      last = sign == 0 ? last : sign;
    }
    return through(first, turns);
  }

  private static double turn(Pair pair, double low, double high) {
    return new BrentSolver(1e-14).solve(200, x -> pair.cumulative(x, 0), low, high);
  }

  /** A function of this slope up to the first turn, then of its negative, and so on. */
  private static DoubleUnaryOperator through(double slope, List<Double> turns) {
    return x -> {
      double from = turns.isEmpty() ? 0 : turns.get(0);
      if (x <= from || turns.isEmpty()) {
        return slope * (x - from);
      }
      double height = 0;
      double sign = -slope;
      for (double to : turns.subList(1, turns.size())) {
        height += sign * (Math.min(x, to) - from);
        if (x <= to) {
          return height;
        }
        from = to;
        sign = -sign;
      }
      return height + sign * (x - from);
    };
  }

  /** JSD(p⊗q ‖ q⊗p) on atoms. */
  static double pairedJensenShannon(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < q.length; j++) {
        double forward = p[i] * q[j];
        double backward = q[i] * p[j];
        sum += forward * Math.log(2 * forward / (forward + backward));
      }
    }
    return sum;
  }
}
