package org.gan4j.core.backend.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * exp(−|x|) of a tile in single precision, such that the sigmoid made of it is within 2.5 ulps,
 * denormal results included. As exp(x) = 2ⁿ exp(f) with |f| ≤ log(2)/2, exp(f) is a polynomial and
 * 2ⁿ a bit pattern. Java vectorises loops over floats and loops over ints but no loop that turns
 * the one into the other, so the patterns go through a buffer.
 */
final class FloatExponential {
  /** Below this the result is 0. */
  private static final float LOWEST = -104f;

  private static final float LOG2_E = (float) 1.4426950408889634;

  /** log(2) in two parts; the products of the first with whole numbers up to 150 are exact. */
  private static final float LOG_2 = 355f / 512f;

  private static final float LOG_2_REST = -2.1219444e-4f;

  /** A number near this one has its whole part in its lowest bits. */
  private static final float WHOLE = 0x1.8p23f;

  /** The powers are greater than they should be by 2⁶⁴, so that none is a denormal. */
  private static final int EXCESS = 64;

  private static final float EXCESS_INVERSE = 0x1p-64f;

  private static final int EXPONENT_BIAS = 127;
  private static final int EXPONENT_SHIFT = 23;

  // (exp(f) − 1)/f on |f| <= 0.3475, a minimax fit of the relative error (1.1e-8).
  private static final float C1 = 0.5f;
  private static final float C2 = 0.16666505f;
  private static final float C3 = 0.04166714f;
  private static final float C4 = 0.008369259f;
  private static final float C5 = 0.0013888873f;

  private final float[] x = new float[Scratch.TILE];
  private final float[] whole = new float[Scratch.TILE];
  private final float[] powers = new float[Scratch.TILE];
  private final int[] bits = new int[Scratch.TILE];
  private final FloatBuffer floats;
  private final IntBuffer ints;

  FloatExponential() {
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Scratch.TILE * Float.BYTES).order(ByteOrder.nativeOrder());
    floats = bytes.asFloatBuffer();
    ints = bytes.asIntBuffer();
  }

  /** Returns exp(−|t|) in an array that the next call overwrites. */
  float[] ofMinusAbs(float[] t, int n) {
    int end = LoopEnd.of(n, t.length);
    for (int i = 0; i < end; i++) {
      x[i] = Math.max(LOWEST, -Math.abs(t[i]));
      whole[i] = x[i] * LOG2_E + WHOLE;
    }
    raise(n);
    for (int i = 0; i < end; i++) {
      float k = whole[i] - WHOLE;
      float f = x[i] - k * LOG_2 - k * LOG_2_REST;
      float q = f * (((((C5 * f + C4) * f + C3) * f + C2) * f + C1) * f + 1f);
      powers[i] = (powers[i] + powers[i] * q) * EXCESS_INVERSE;
    }
    return powers;
  }

  /** powers ← 2ⁿ⁺⁶⁴ for each n + WHOLE in whole. */
  private void raise(int n) {
    floats.put(0, whole, 0, n);
    ints.get(0, bits, 0, n);
    int end = LoopEnd.of(n, bits.length);
    for (int i = 0; i < end; i++) {
      bits[i] = (bits[i] + (EXCESS + EXPONENT_BIAS)) << EXPONENT_SHIFT;
    }
    ints.put(0, bits, 0, n);
    floats.get(0, powers, 0, n);
  }
}
