package org.gan4j.testkit.loss;

import java.util.Arrays;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.gan4j.losses.theory.Theory.Kind;

/** Finds out of what kind a loss's optimal critic is, whatever it declares. */
final class MeasuredKind {
  private static final double[] P = {0.2, 0.3, 0.5};
  private static final double[] Q = {0.5, 0.3, 0.2};
  private static final double[] LOGITS = {-1.2, 0.4, 0.9};
  private static final double REACH = 50;
  private static final double EPSILON = 1e-9;

  private MeasuredKind() {}

  static Kind of(Risk risk, double neutral) {
    double shift = value(risk, Risk.shifted(LOGITS, 3.7)) - value(risk, LOGITS);
    if (Math.abs(shift) < EPSILON) {
      return ofDifferences(risk);
    }
    return affineInTheMeans(risk) ? ofPoints(risk, neutral) : Kind.NONE;
  }

  private static double value(Risk risk, double[] logits) {
    return risk.onAtoms(P, Q, logits).discriminator();
  }

  /** Only differences of logits count: without a minimum, with that of log p/q, or with another. */
  private static Kind ofDifferences(Risk risk) {
    double[] ratios = new double[P.length];
    for (int i = 0; i < P.length; i++) {
      ratios[i] = Math.log(P[i] / Q[i]);
    }
    double[] far = Arrays.stream(ratios).map(x -> 1e6 * x).toArray();
    if (value(risk, far) < -1e3) {
      return Kind.UNDER_A_CONSTRAINT;
    }
    boolean still =
        Arrays.stream(risk.slopesOnAtoms(P, Q, ratios)).allMatch(x -> Math.abs(x) < EPSILON);
    return still ? Kind.UP_TO_A_CONSTANT : Kind.NONE;
  }

  /** L_D = c + E_p a(ℓ) + E_q b(ℓ): the sum over the points is the whole. */
  private static boolean affineInTheMeans(Risk risk) {
    double sum = risk.constant();
    for (int i = 0; i < P.length; i++) {
      sum += risk.at(P[i], Q[i], LOGITS[i]);
    }
    return Math.abs(sum - value(risk, LOGITS)) < EPSILON;
  }

  private static Kind ofPoints(Risk risk, double neutral) {
    double low = neutral - REACH;
    double high = neutral + REACH;
    UnivariatePointValuePair least = risk.minimum(0.5, 0.5, low, high);
    if (Math.min(least.getPoint() - low, high - least.getPoint()) < 1) {
      return Kind.UNDER_A_CONSTRAINT;
    }
    boolean flat = false;
    for (double step : new double[] {-0.25, 0.25}) {
      double beside = risk.at(0.5, 0.5, least.getPoint() + step);
      flat |= beside - least.getValue() < 1e-12 * (1 + Math.abs(beside));
    }
    return flat ? Kind.SET_VALUED : Kind.POINTWISE;
  }
}
