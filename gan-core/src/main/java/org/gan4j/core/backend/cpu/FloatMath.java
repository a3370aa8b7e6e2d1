package org.gan4j.core.backend.cpu;

import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.BinaryOp;
import org.gan4j.core.backend.UnaryOp;

/**
 * Single-precision loops over tiles. They have no branches and no calls, so that the JIT compiler
 * vectorises them, except for those of {@link UnaryOp}: all but the negative and the square are
 * computed in double precision, one by one.
 */
final class FloatMath {
  private static final float HUGE = 1e38f;

  // tanh(x) = x · P(x²)/Q(x²) on |x| <= 9.02, a minimax fit of the relative error (2.1e-8 in exact
  // arithmetic, 3.6e-7 as evaluated here); beyond it tanh rounds to ±1.
  private static final float TANH_LIMIT_SQUARED = 9.02f * 9.02f;
  private static final float P1 = 0.13379717f;
  private static final float P2 = 0.0034940334f;
  private static final float P3 = 2.058346e-5f;
  private static final float P4 = 1.3319045e-8f;
  private static final float Q1 = 0.46713033f;
  private static final float Q2 = 0.025871068f;
  private static final float Q3 = 3.2830908e-4f;
  private static final float Q4 = 7.762008e-7f;

  private FloatMath() {}

  /** t ← activation(t). */
  static void activate(Activation activation, float[] t, int n, Scratch s) {
    switch (activation.kind()) {
      case IDENTITY -> {}
      case RELU -> relu(t, n);
      case LEAKY_RELU -> leakyRelu(t, n, (float) activation.slope());
      case TANH -> tanh(t, n);
      case SIGMOID -> sigmoid(t, n, s.exponential());
      case SOFTPLUS -> s.softplus().apply(t, n);
    }
  }

  private static void relu(float[] t, int n) {
    int end = LoopEnd.of(n, t.length);
    for (int i = 0; i < end; i++) {
      t[i] = Math.max(t[i], 0f);
    }
  }

  private static void leakyRelu(float[] t, int n, float slope) {
    int end = LoopEnd.of(n, t.length);
    for (int i = 0; i < end; i++) {
      t[i] = Math.max(t[i], slope * t[i]);
    }
  }

  private static void tanh(float[] t, int n) {
    int end = LoopEnd.of(n, t.length);
    for (int i = 0; i < end; i++) {
      float u = Math.min(TANH_LIMIT_SQUARED, t[i] * t[i]);
      float p = (((P4 * u + P3) * u + P2) * u + P1) * u + 1f;
      float q = (((Q4 * u + Q3) * u + Q2) * u + Q1) * u + 1f;
      t[i] = Math.max(-1f, Math.min(1f, t[i] * (p / q)));
    }
  }

  private static void sigmoid(float[] t, int n, FloatExponential exponential) {
    float[] u = exponential.ofMinusAbs(t, n);
    int end = LoopEnd.of(n, t.length);
    for (int i = 0; i < end; i++) {
      // 1/(1 + u) where t > 0, and u/(1 + u) elsewhere, without a branch.
      t[i] = Math.max(Math.min(1f, t[i] * HUGE * HUGE), u[i]) / (1f + u[i]);
    }
  }

  /** d ← g ⊙ activation′ at output y; d may be y. */
  static void backward(Activation activation, float[] y, float[] g, float[] d, int n, Scratch s) {
    int end = LoopEnd.of(n, d.length);
    switch (activation.kind()) {
      case IDENTITY -> System.arraycopy(g, 0, d, 0, n);
      case RELU, LEAKY_RELU -> reluBackward(y, g, d, n, (float) activation.slope());
      case TANH -> {
        for (int i = 0; i < end; i++) {
          d[i] = g[i] * (1f - y[i] * y[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < end; i++) {
          d[i] = g[i] * (y[i] * (1f - y[i]));
        }
      }
      case SOFTPLUS -> s.softplus().backward(y, g, d, n);
    }
  }

  private static void reluBackward(float[] y, float[] g, float[] d, int n, float slope) {
    int end = LoopEnd.of(n, d.length);
    for (int i = 0; i < end; i++) {
      // 1 where y > 0, denormals included, and the slope elsewhere, without a branch.
      d[i] = g[i] * Math.max(slope, Math.min(1f, y[i] * HUGE * HUGE));
    }
  }

  /**
   * t ← op(t). The square of a float is exact in double precision, so squaring in floats also
   * rounds once and gives the same bits.
   */
  static void unary(UnaryOp op, float[] t, int n) {
    int end = LoopEnd.of(n, t.length);
    switch (op) {
      case NEGATE -> {
        for (int i = 0; i < end; i++) {
          t[i] = -t[i];
        }
      }
      case SQUARE -> {
        for (int i = 0; i < end; i++) {
          t[i] *= t[i];
        }
      }
      case EXP, LOG, SQRT, ABS, SIGN, RECIPROCAL, FINITE_OR_ZERO -> {
        for (int i = 0; i < n; i++) {
          t[i] = (float) op.apply(t[i]);
        }
      }
    }
  }

  /** a ← op(a, b). */
  static void binary(BinaryOp op, float[] a, float[] b, int n) {
    int end = LoopEnd.of(n, Math.min(a.length, b.length));
    switch (op) {
      case ADD -> {
        for (int i = 0; i < end; i++) {
          a[i] += b[i];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < end; i++) {
          a[i] -= b[i];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < end; i++) {
          a[i] *= b[i];
        }
      }
      case DIVIDE -> {
        for (int i = 0; i < end; i++) {
          a[i] /= b[i];
        }
      }
    }
  }

  /**
   * a ← a + b from two positions. The JIT compiler vectorises only the loop without them, if it was
   * never short.
   */
  static void add(float[] a, int fromA, float[] b, int fromB, int n) {
    if (fromA == 0 && fromB == 0 && n >= LoopEnd.LONG) {
      for (int i = 0; i < n; i++) {
        a[i] += b[i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        a[fromA + i] += b[fromB + i];
      }
    }
  }

  /** t ← factor · t between two positions. */
  static void scale(float[] t, int from, int to, float factor) {
    for (int i = from; i < to; i++) {
      t[i] *= factor;
    }
  }

  /** t ← scale · t + shift. */
  static void affine(float[] t, int n, float scale, float shift) {
    int end = LoopEnd.of(n, t.length);
    for (int i = 0; i < end; i++) {
      t[i] = scale * t[i] + shift;
    }
  }
}
