package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FloatMathTest {
  private static final int TILES = 4000;

  private final Scratch scratch = new Scratch();

  /** Half an ulp, and the error before the rounding. */
  private static final double ROUNDING = 0.501;

  private static final float[] NOTABLE = {
    0f,
    -0f,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
    1e-23f, // its square is a denormal
    2.6469778e-23f, // its square lies half-way between 0 and the smallest denormal
    1.8446743e19f, // its square rounds to the largest number
    1.8446746e19f // its square overflows
  };

  /** Four million random bit patterns of floats, a 256th of them denormal or not finite each. */
  @ParameterizedTest
  @EnumSource(UnaryOp.class)
  void functionsGiveTheDoublesResultRoundedOnce(UnaryOp op) {
    RandomGenerator bits = Rng.ofSeed(1).stream("bits").at(0);
    float[] x = new float[Scratch.TILE];
    for (int tile = 0; tile < TILES; tile++) {
      for (int i = 0; i < x.length; i++) {
        boolean notable = tile == 0 && i < NOTABLE.length;
        x[i] = notable ? NOTABLE[i] : Float.intBitsToFloat(bits.nextInt());
      }
      float[] y = x.clone();
      FloatMath.unary(op, y, y.length);
      for (int i = 0; i < x.length; i++) {
        float expected = (float) op.apply(x[i]);
        if (Float.compare(expected, y[i]) != 0) {
          assertThat(y[i]).as("%s of %s", op, Float.toHexString(x[i])).isEqualTo(expected);
        }
      }
    }
  }

  /** Against log1p and expm1 in double precision, which lose no digits to cancellation. */
  @Test
  void softplusAndItsDerivativeAreExactButForRounding() {
    Activation softplus = Activation.SOFTPLUS;
    RandomGenerator bits = Rng.ofSeed(2).stream("bits").at(0);
    for (int tile = 0; tile < TILES / 10; tile++) {
      float[] x = inputs(tile, bits);
      float[] y = x.clone();
      FloatMath.activate(softplus, y, y.length, scratch);
      float[] d = new float[x.length];
      float[] ones = new float[x.length];
      Arrays.fill(ones, 1);
      FloatMath.backward(softplus, y, ones, d, y.length, scratch);
      for (int i = 0; i < x.length; i++) {
        assertWithin(ROUNDING, softplus.apply(x[i]), y[i], x[i]);
        assertWithin(ROUNDING, softplus.derivativeAtOutput(y[i]), d[i], x[i]);
      }
    }
  }

  /** Against doubles, down to results that are denormals, and where tanh rounds to ±1. */
  @ParameterizedTest
  @CsvSource({"TANH, 5", "SIGMOID, 2.5"})
  void activationsAreWithinSomeUlps(Activation.Kind kind, double ulps) {
    Activation activation = kind == Activation.Kind.TANH ? Activation.TANH : Activation.SIGMOID;
    RandomGenerator bits = Rng.ofSeed(3).stream("bits").at(0);
    for (int tile = 0; tile < TILES / 10; tile++) {
      float[] x = inputs(tile, bits);
      float[] y = x.clone();
      FloatMath.activate(activation, y, y.length, scratch);
      for (int i = 0; i < x.length; i++) {
        assertWithin(ulps, activation.apply(x[i]), y[i], x[i]);
      }
    }
  }

  /** Notable numbers, and others from 2e-9 to 148 with both signs. */
  private static float[] inputs(int tile, RandomGenerator bits) {
    float[] x = new float[Scratch.TILE];
    for (int i = 0; i < x.length; i++) {
      boolean notable = tile == 0 && i < NOTABLE.length;
      x[i] = notable ? NOTABLE[i] : (float) (Math.exp(bits.nextDouble(-20, 5)) * sign(bits));
    }
    return x;
  }

  private static int sign(RandomGenerator bits) {
    return bits.nextBoolean() ? 1 : -1;
  }

  private static void assertWithin(double ulps, double exact, float actual, float x) {
    float nearest = (float) exact;
    if (Float.compare(nearest, actual) != 0) {
      assertThat(Math.abs(actual - exact) / Math.ulp(nearest))
          .as("ulps from %s to %s at %s", exact, actual, x)
          .isLessThanOrEqualTo(ulps);
    }
  }
}
