package org.gan4j.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RngTest {
  @Test
  void drawsAreAFunctionOfSeedStreamAndStep() {
    long draw = Rng.ofSeed(42).stream("latent").at(7).nextLong();
    assertThat(Rng.ofSeed(42).stream("latent").at(7).nextLong()).isEqualTo(draw);
    assertThat(Rng.ofSeed(43).stream("latent").at(7).nextLong()).isNotEqualTo(draw);
    assertThat(Rng.ofSeed(42).stream("latent2").at(7).nextLong()).isNotEqualTo(draw);
    assertThat(Rng.ofSeed(42).stream("latent").at(8).nextLong()).isNotEqualTo(draw);
  }

  /** Bits from a second implementation in Python, rng_golden.py beside the test's resources. */
  @Test
  void goldenBits() {
    assertThat(Rng.ofSeed(0).stream("latent").at(0).longs(3))
        .containsExactly(-5169299277969604907L, -9112121207927994129L, -6847478300047647836L);
    assertThat(Rng.ofSeed(-1).stream("d/drop1#real").at(1L << 40).longs(3))
        .containsExactly(-661599698866820016L, -318761860897514851L, -6650452628363446595L);
  }

  /** The sum of 10 000 normals as JDK 17 and JDK 25 draw them: results depend on these bits. */
  @Test
  void normalsAreThoseOfEveryJdk() {
    RandomGenerator draws = Rng.ofSeed(0).stream("latent").at(0);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      sum += draws.nextGaussian();
    }
    assertThat(sum).isEqualTo(SUM_OF_NORMALS);
  }

  private static final double SUM_OF_NORMALS = -103.42764645336503;

  /** Means and correlations of first draws over neighbouring keys: 5 standard errors each way. */
  @Test
  void neighbouringStepsAndSeedsAreIndependent() {
    int n = 40_000;
    double sum = 0;
    double stepProduct = 0;
    double seedProduct = 0;
    for (int i = 0; i < n; i++) {
      double here = Rng.ofSeed(1).stream("a").at(i).nextGaussian();
      sum += here;
      stepProduct += here * Rng.ofSeed(1).stream("a").at(i + 1L).nextGaussian();
      seedProduct += here * Rng.ofSeed(2).stream("a").at(i).nextGaussian();
    }
    double bound = 5 / Math.sqrt(n);
    assertThat(sum / n).isBetween(-bound, bound);
    assertThat(stepProduct / n).isBetween(-bound, bound);
    assertThat(seedProduct / n).isBetween(-bound, bound);
  }

  @Test
  void permutationsHoldEveryNumberOnce() {
    int[] permutation = Rng.ofSeed(3).stream("epoch").permutation(1000, 5);
    assertThat(permutation).doesNotHaveDuplicates().hasSize(1000);
    assertThat(permutation).isNotEqualTo(Rng.ofSeed(3).stream("epoch").permutation(1000, 6));
    assertThat(permutation).isEqualTo(Rng.ofSeed(3).stream("epoch").permutation(1000, 5));
  }

  /** Each of the 6 orders of 3 elements is equally likely: χ² with 5 degrees of freedom. */
  @Test
  void permutationsAreUniform() {
    int[] counts = new int[6];
    int n = 12_000;
    for (int step = 0; step < n; step++) {
      int[] order = Rng.ofSeed(9).stream("p").permutation(3, step);
      counts[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
    }
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += Math.pow(count - n / 6.0, 2) / (n / 6.0);
    }
    assertThat(chiSquare).as("99.99 %% quantile of chi-square(5)").isLessThan(25.7);
  }
}
