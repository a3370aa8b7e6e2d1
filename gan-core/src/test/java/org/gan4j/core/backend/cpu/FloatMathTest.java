package org.gan4j.core.backend.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.gan4j.core.backend.UnaryOp;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloatMathTest {
  private static final int TILES = 4000;

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

  @ParameterizedTest
  @EnumSource(UnaryOp.class)
  void nothingBeyondTheLengthIsTouched(UnaryOp op) {
    float[] t = {2, 3, 5};
    FloatMath.unary(op, t, 2);
    assertThat(t[2]).isEqualTo(5);
  }
}
