package org.gan4j.core.backend.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.LongBuffer;

/**
 * The softplus of FLOAT32 tiles and its derivative, in double precision to ten digits, so that a
 * result is within 0.501 ulps of the exact one. The exponential is computed as {@link
 * FloatExponential} does, and log(1 + u) as 2 artanh(u/(2 + u)). No branches and no calls, so that
 * the JIT compiler vectorises all but the conversions from and to floats.
 */
final class SoftplusMath {
  /** Below this exp(x) is 0 in single precision. */
  private static final double LOWEST = -700;

  private static final double LOG2_E = 1.4426950408889634;

  /** log(2) in two parts; the products of the first with whole numbers up to 2¹⁰ are exact. */
  private static final double LOG_2 = 0x1.62e42fefa0000p-1;

  private static final double LOG_2_REST = 0x1.cf79abc9e3b3ap-40;

  /** A number near this one has its whole part in its lowest bits. */
  private static final double WHOLE = 0x1.8p52;

  private static final long EXPONENT_BIAS = 1023;
  private static final int EXPONENT_SHIFT = 52;

  // (exp(f) − 1)/f on |f| <= 0.347, a minimax fit of the relative error (4.5e-12).
  private static final double C1 = 0.500000000012171;
  private static final double C2 = 0.1666666678623376;
  private static final double C3 = 0.04166666594623411;
  private static final double C4 = 0.008333283506103566;
  private static final double C5 = 0.00138889787538297;
  private static final double C6 = 0.0001990761473144742;
  private static final double C7 = 2.4801581466192356e-5;

  // 2 artanh(√v)/√v on 0 <= v <= 1/9, a minimax fit of the relative error (2.5e-12).
  private static final double L1 = 0.6666666622731899;
  private static final double L2 = 0.4000006254051808;
  private static final double L3 = 0.28568102604026374;
  private static final double L4 = 0.22305878759620906;
  private static final double L5 = 0.17116510584664507;
  private static final double L6 = 0.2187868393176136;

  private final double[] wide = new double[Scratch.TILE];
  private final double[] whole = new double[Scratch.TILE];
  private final double[] powers = new double[Scratch.TILE];
  private final long[] bits = new long[Scratch.TILE];
  private final DoubleBuffer doubles;
  private final LongBuffer longs;

  SoftplusMath() {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Scratch.TILE * Double.BYTES).order(ByteOrder.nativeOrder());
    doubles = bytes.asDoubleBuffer();
    longs = bytes.asLongBuffer();
  }

  /** t ← log(1 + exp(t)). */
  void apply(float[] t, int n) {
    split(t, n);
    int end = LoopEnd.of(n, wide.length);
    // Two loops, since the compiler does not vectorise long ones.
    for (int i = 0; i < end; i++) {
      powers[i] += powers[i] * minusOne(-Math.abs(wide[i]), whole[i]);
    }
    for (int i = 0; i < end; i++) {
      double s = powers[i] / (2 + powers[i]);
      double v = s * s;
      double log = s * ((((((L6 * v + L5) * v + L4) * v + L3) * v + L2) * v + L1) * v + 2);
      wide[i] = Math.max(wide[i], 0) + log;
    }
    for (int i = 0; i < n; i++) {
      t[i] = (float) wide[i];
    }
  }

  /** d ← g · (1 − exp(−y)), the derivative at output y; d may be y. */
  void backward(float[] y, float[] g, float[] d, int n) {
    split(y, n);
    int end = LoopEnd.of(n, wide.length);
    for (int i = 0; i < end; i++) {
      double q = minusOne(-Math.abs(wide[i]), whole[i]);
      wide[i] = (1 - powers[i]) - powers[i] * q;
    }
    for (int i = 0; i < n; i++) {
      d[i] = (float) (g[i] * wide[i]);
    }
  }

  /** wide ← t, whole ← n + WHOLE and powers ← 2ⁿ, where exp(−|t|) = 2ⁿ exp(f). */
  private void split(float[] t, int n) {
    for (int i = 0; i < n; i++) {
      wide[i] = t[i];
    }
    int end = LoopEnd.of(n, wide.length);
    for (int i = 0; i < end; i++) {
      whole[i] = Math.max(LOWEST, -Math.abs(wide[i])) * LOG2_E + WHOLE;
    }
    doubles.put(0, whole, 0, n);
    longs.get(0, bits, 0, n);
    for (int i = 0; i < end; i++) {
      bits[i] = (bits[i] + EXPONENT_BIAS) << EXPONENT_SHIFT;
    }
    longs.put(0, bits, 0, n);
    doubles.get(0, powers, 0, n);
  }

  /** Returns exp(f) − 1 for x = k log(2) + f. */
  private static double minusOne(double x, double whole) {
    double k = whole - WHOLE;
    double f = Math.max(LOWEST, x) - k * LOG_2 - k * LOG_2_REST;
    return f * (((((((C7 * f + C6) * f + C5) * f + C4) * f + C3) * f + C2) * f + C1) * f + 1);
  }
}
