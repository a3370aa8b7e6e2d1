package org.gan4j.nd4j;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.AdamStep;
import org.gan4j.core.backend.UnaryOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * Elementwise functions, composed of the elementary operations that ND4J computes accurately. Its
 * own softplus overflows, its log1p is log(1 + x), its tanh is 0 near 0, its ReLU and sign lose
 * NaN, and its Adam is off by 3e-6. Intermediate results that need more precision than a float has
 * are computed in doubles and rounded once.
 */
final class Functions {
  /** Below this, eᵃ − 1 is −1 in doubles. */
  private static final double FAR = -40;

  private final Ops ops;
  private final Pool pool;

  Functions(Ops ops, Pool pool) {
    this.ops = ops;
    this.pool = pool;
  }

  void unary(UnaryOp op, INDArray x, INDArray z) {
    switch (op) {
      case NEGATE -> ops.negate(x, z);
      case EXP -> ops.exp(x, z);
      case LOG -> ops.log(x, z);
      case SQRT -> ops.sqrt(x, z);
      case SQUARE -> ops.multiply(x, x, z);
      case ABS -> ops.abs(x, z);
      case SIGN -> sign(x, z);
      case RECIPROCAL -> ops.reciprocal(x, z);
      case FINITE_OR_ZERO -> finiteOrZero(x, z);
    }
  }

  private void sign(INDArray x, INDArray z) {
    ops.copy(x, z);
    ops.replace(Conditions.greaterThan(0), 1, z);
    ops.replace(Conditions.lessThan(0), -1, z);
  }

  private void finiteOrZero(INDArray x, INDArray z) {
    ops.copy(x, z);
    ops.replace(Conditions.isInfinite(), 0, z);
    ops.replace(Conditions.isNan(), 0, z);
  }

  /** z ← activation(x); x and z may be the same. */
  void activation(Activation activation, Nd4jArray x, Nd4jArray z) {
    switch (activation.kind()) {
      case IDENTITY -> copy(x, z);
      case RELU -> relu(x, z);
      case LEAKY_RELU -> leakyRelu(activation.slope(), x, z);
      case TANH -> inDoubles(x, z, this::tanh);
      case SIGMOID -> inDoubles(x, z, this::sigmoid);
      case SOFTPLUS -> inDoubles(x, z, this::softplus);
    }
  }

  private void copy(Nd4jArray x, Nd4jArray z) {
    if (x != z) {
      ops.copy(x.flat(), z.flat());
    }
  }

  private void relu(Nd4jArray x, Nd4jArray z) {
    copy(x, z);
    ops.replace(Conditions.lessThanOrEqual(0), 0, z.flat());
  }

  private void leakyRelu(double slope, Nd4jArray x, Nd4jArray z) {
    ops.leakyRelu(x.flat(), slope, z.flat());
  }

  /**
   * A function in double precision that may overwrite its argument and gets memory of the same size
   * to work in.
   */
  @FunctionalInterface
  private interface Function {
    void apply(INDArray x, INDArray work);
  }

  private void inDoubles(Nd4jArray x, Nd4jArray z, Function function) {
    long mark = pool.mark();
    long size = x.flat().length();
    INDArray wide = pool.allocate(DType.FLOAT64, size).flat();
    ops.copy(x.flat(), wide);
    function.apply(wide, pool.allocate(DType.FLOAT64, size).flat());
    ops.copy(wide, z.flat());
    pool.release(mark);
  }

  /** 1/(1 + e⁻ˣ), accurate even in the tail, where ½ + ½ tanh(x/2) is not. */
  private void sigmoid(INDArray x, INDArray work) {
    ops.negate(x, work);
    ops.exp(work, work);
    ops.shift(work, 1, work);
    ops.reciprocal(work, x);
  }

  /**
   * max(x, 0) + log1p(t) with t = e^−|x| and log1p(t) = log(u) − ((u − 1) − t)/u, u = 1 + t
   * rounded, which corrects the rounding of u.
   */
  private void softplus(INDArray x, INDArray work) {
    long mark = pool.mark();
    INDArray t = pool.allocate(DType.FLOAT64, x.length()).flat();
    INDArray u = pool.allocate(DType.FLOAT64, x.length()).flat();
    ops.abs(x, t);
    ops.negate(t, t);
    ops.exp(t, t);
    ops.shift(t, 1, u);
    ops.shift(u, -1, work);
    ops.subtract(work, t, work);
    ops.divide(work, u, work);
    ops.log(u, u);
    ops.subtract(u, work, work);
    ops.replace(Conditions.lessThanOrEqual(0), 0, x);
    ops.add(x, work, x);
    pool.release(mark);
  }

  /** δ ← upstream · activation′ everywhere, so that values that are not finite propagate. */
  void backward(Activation activation, Nd4jArray y, Nd4jArray upstream, Nd4jArray delta) {
    if (activation.kind() == Activation.Kind.IDENTITY) {
      copy(upstream, delta);
      return;
    }
    derivative(activation, y, delta);
    ops.multiply(upstream.flat(), delta.flat(), delta.flat());
  }

  private void derivative(Activation activation, Nd4jArray y, Nd4jArray z) {
    switch (activation.kind()) {
      case IDENTITY -> ops.fill(1, z.flat());
      case RELU, LEAKY_RELU -> {
        copy(y, z);
        ops.replace(Conditions.greaterThan(0), 1, z.flat());
        ops.replace(Conditions.lessThanOrEqual(0), activation.slope(), z.flat());
      }
      case TANH -> {
        ops.multiply(y.flat(), y.flat(), z.flat());
        ops.scale(z.flat(), -1, z.flat());
        ops.shift(z.flat(), 1, z.flat());
      }
      case SIGMOID -> {
        ops.scale(y.flat(), -1, z.flat());
        ops.shift(z.flat(), 1, z.flat());
        ops.multiply(y.flat(), z.flat(), z.flat());
      }
      case SOFTPLUS -> inDoubles(y, z, this::softplusDerivative);
    }
  }

  /** 1 − e⁻ʸ. */
  private void softplusDerivative(INDArray y, INDArray work) {
    ops.negate(y, y);
    expm1(y, work);
    ops.negate(work, y);
  }

  /** sign(x) · −t/(2 + t) with t = e^−2|x| − 1; ND4J's own tanh of 1e-30 is 0. */
  private void tanh(INDArray x, INDArray work) {
    long mark = pool.mark();
    INDArray exponent = pool.allocate(DType.FLOAT64, x.length()).flat();
    ops.abs(x, exponent);
    ops.scale(exponent, -2, exponent);
    expm1(exponent, work);
    ops.shift(work, 2, exponent);
    ops.divide(work, exponent, work);
    ops.negate(work, work);
    sign(x, x);
    ops.multiply(x, work, x);
    pool.release(mark);
  }

  /**
   * result ← eᵃ − 1 for a ≤ 0, which is overwritten: (u − 1) + u · (a − log u) with u = eᵃ rounded,
   * which corrects the rounding of u.
   */
  private void expm1(INDArray a, INDArray result) {
    long mark = pool.mark();
    INDArray u = pool.allocate(DType.FLOAT64, a.length()).flat();
    ops.replace(Conditions.lessThan(FAR), FAR, a);
    ops.exp(a, u);
    ops.log(u, result);
    ops.subtract(a, result, result);
    ops.multiply(u, result, result);
    ops.shift(u, -1, u);
    ops.add(u, result, result);
    pool.release(mark);
  }

  /** Updates p, m and v by the formula of {@link AdamStep}. */
  void adam(INDArray p, INDArray g, INDArray m, INDArray v, INDArray work, AdamStep step) {
    ops.scale(m, step.beta1(), m);
    ops.scale(g, 1 - step.beta1(), work);
    ops.add(m, work, m);
    ops.scale(g, 1 - step.beta2(), work);
    ops.multiply(work, g, work);
    ops.scale(v, step.beta2(), v);
    ops.add(v, work, v);
    ops.sqrt(v, work);
    ops.scale(work, step.secondMomentScale(), work);
    ops.shift(work, step.epsilon(), work);
    ops.divide(m, work, work);
    ops.scale(work, -step.stepSize(), work);
    ops.add(p, work, p);
  }
}
