package org.gan4j.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.random.Rng;
import org.junit.jupiter.api.Test;

/** Moments of 80 000 draws against the formulas, within five standard errors. */
class InitializerTest {
  private static final int IN = 400;
  private static final int OUT = 200;

  private static double[] draw(Initializer initializer) {
    return initializer.draw(Fans.dense(IN, OUT), Rng.ofSeed(11).stream("w").at(0));
  }

  private static double variance(double[] values) {
    return Arrays.stream(values).map(v -> v * v).average().orElseThrow();
  }

  @Test
  void heNormalHasVarianceTwoOverFanIn() {
    double[] weights = draw(new HeNormal(0));
    double expected = 2.0 / IN;
    // The variance of a squared normal is 2 sigma^4.
    double error = 5 * expected * Math.sqrt(2.0 / weights.length);
    assertThat(variance(weights)).isCloseTo(expected, within(error));
    double leaky = 2 / (1.04 * IN);
    assertThat(variance(draw(new HeNormal(0.2)))).isCloseTo(leaky, within(error));
  }

  @Test
  void xavierUniformHasItsBoundAndVariance() {
    double[] weights = draw(new XavierUniform(1));
    double bound = Math.sqrt(6.0 / (IN + OUT));
    double expected = bound * bound / 3;
    assertThat(Arrays.stream(weights).map(Math::abs).max().orElseThrow()).isLessThan(bound);
    assertThat(Arrays.stream(weights).max().orElseThrow()).isGreaterThan(0.99 * bound);
    // The variance of a squared uniform on [-b, b] is 4 b^4 / 45.
    double error = 5 * bound * bound * Math.sqrt(4.0 / 45 / weights.length);
    assertThat(variance(weights)).isCloseTo(expected, within(error));
  }

  @Test
  void fanInUniformDrawsWeightsAndBiases() {
    FanInUniform recipe = new FanInUniform();
    double[] biases = recipe.bias(20_000, Fans.dense(IN, 20_000), Rng.ofSeed(11).stream("b").at(0));
    double bound = 1.0 / 20;
    for (double[] values : new double[][] {draw(recipe), biases}) {
      assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow())
          .isBetween(0.99 * bound, bound);
      double error = 5 * bound * bound * Math.sqrt(4.0 / 45 / values.length);
      assertThat(variance(values)).isCloseTo(bound * bound / 3, within(error));
    }
    assertThat(new HeNormal(0).bias(3, Fans.dense(IN, 3), Rng.ofSeed(11).stream("b").at(0)))
        .containsExactly(0, 0, 0);
  }

  /** Q Qᵀ = gain² I for the fewer of rows and columns. */
  @Test
  void orthogonalHasOrthonormalRowsOrColumns() {
    for (int[] shape : new int[][] {{30, 20}, {20, 30}, {25, 25}, {1, 4}}) {
      int in = shape[0];
      int out = shape[1];
      double[] w = new Orthogonal(2).draw(Fans.dense(in, out), Rng.ofSeed(11).stream("w").at(0));
      boolean rows = out <= in;
      for (int a = 0; a < Math.min(in, out); a++) {
        for (int b = 0; b < Math.min(in, out); b++) {
          double product = 0;
          for (int k = 0; k < Math.max(in, out); k++) {
            product += rows ? w[a * in + k] * w[b * in + k] : w[k * in + a] * w[k * in + b];
          }
          assertThat(product).isCloseTo(a == b ? 4 : 0, within(1e-12));
        }
      }
    }
  }

  @Test
  void suitedFollowsTheActivation() {
    assertThat(Initializer.suited(Activation.leakyRelu(0.2))).isEqualTo(new HeNormal(0.2));
    assertThat(Initializer.suited(Activation.TANH)).isEqualTo(new XavierUniform(5.0 / 3));
    assertThat(Initializer.suited(Activation.IDENTITY)).isEqualTo(new XavierUniform(1));
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Normal(-1))
        .hasMessage("normal initialiser: expected a finite standard deviation >= 0, got -1.0");
    assertThatThrownBy(() -> new Orthogonal(Double.NaN))
        .hasMessage("orthogonal initialiser: expected a finite gain >= 0, got NaN");
  }
}
