package org.gan4j.testkit.loss;

import java.util.Arrays;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.gan4j.core.DType;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.losses.GanLoss;

/** A loss as a function of densities and logits, in FLOAT64 on the reference backend. */
final class Risk implements AutoCloseable {
  private static final double PRECISION = 1e-11;

  private final GanLoss loss;
  private final Backend backend;
  private final double constant;

  Risk(GanLoss loss) {
    this.loss = loss;
    this.backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64));
    this.constant = withConstant(0, 0, 0);
  }

  /** {@return what L_D adds to its two means, whatever the logits} */
  double constant() {
    return constant;
  }

  /**
   * L_D of one point: its density p among the real samples and q among the generated ones. A
   * constant beside the means belongs to no point, so it is left out.
   */
  double at(double p, double q, double logit) {
    return withConstant(p, q, logit) - constant;
  }

  private double withConstant(double p, double q, double logit) {
    try (Tape tape = Tape.on(backend)) {
      double[] one = {logit};
      return loss.discriminator(
              FixedScores.of(tape, DType.FLOAT64, one, one)
                  .weighted(new double[] {p}, new double[] {q}))
          .item();
    }
  }

  /** The logit that minimises {@link #at} between two bounds, and the minimum. */
  UnivariatePointValuePair minimum(double p, double q, double low, double high) {
    return new BrentOptimizer(PRECISION, PRECISION)
        .optimize(
            new MaxEval(10_000),
            GoalType.MINIMIZE,
            new SearchInterval(low, high),
            new UnivariateObjectiveFunction(logit -> at(p, q, logit)));
  }

  /** L_G of a generated sample. */
  double generator(double logit) {
    try (Tape tape = Tape.on(backend)) {
      double[] one = {logit};
      return loss.generator(FixedScores.of(tape, DType.FLOAT64, one, one)).item();
    }
  }

  /** Everything at one real and one generated logit. */
  Evaluation of(double real, double fake) {
    return Evaluation.of(loss, backend, new double[] {real}, new double[] {fake});
  }

  /**
   * Everything where p and q live on a few atoms: all pairs of a real and a generated atom, each
   * with its probability, so that losses that compare pairs see independent ones.
   */
  Evaluation onAtoms(double[] p, double[] q, double[] logits) {
    int n = logits.length;
    double[] real = new double[n * n];
    double[] fake = new double[n * n];
    double[] weights = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        real[i * n + j] = logits[i];
        fake[i * n + j] = logits[j];
        weights[i * n + j] = p[i] * q[j];
      }
    }
    return Evaluation.of(loss, backend, real, weights, fake, weights);
  }

  /** ∂L_D by each atom's logit. */
  double[] slopesOnAtoms(double[] p, double[] q, double[] logits) {
    Evaluation found = onAtoms(p, q, logits);
    int n = logits.length;
    double[] slopes = new double[n];
    for (int k = 0; k < n * n; k++) {
      slopes[k / n] += found.discriminatorReal().get(k);
      slopes[k % n] += found.discriminatorFake().get(k);
    }
    return slopes;
  }

  /** {@return the logits, each moved by as much} */
  static double[] shifted(double[] logits, double by) {
    return Arrays.stream(logits).map(x -> x + by).toArray();
  }

  @Override
  public void close() {
    backend.close();
  }
}
