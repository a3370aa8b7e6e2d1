package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.GumbelDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against commons-math3's own densities and distribution functions, where those do not underflow.
 */
class CommonsMathTest {
  static Stream<RealDistribution> families() {
    return Stream.of(
        new NormalDistribution(null, 1.5, 0.7),
        new UniformRealDistribution(null, -2, 3),
        new CauchyDistribution(null, 0.3, 2),
        new TDistribution(null, 3.5),
        new BetaDistribution(null, 0.6, 2.5),
        new ExponentialDistribution(null, 2),
        new LaplaceDistribution(null, -1, 0.4),
        new LogisticDistribution(null, 2, 0.5),
        new GumbelDistribution(null, 1, 2),
        new GammaDistribution(null, 2.5, 1.5),
        new ChiSquaredDistribution(null, 3),
        new LogNormalDistribution(null, 0.2, 0.8));
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyFamilyIsTakenOver(RealDistribution theirs) {
    Density ours = Densities.of(theirs);
    for (double probability = 0.02; probability < 1; probability += 0.06) {
      double x = theirs.inverseCumulativeProbability(probability);
      double density = theirs.density(x);
      assertThat(ours.density(x)).isCloseTo(density, within(1e-11 * density));
      assertThat(ours.logDensity(x)).isCloseTo(Math.log(density), within(1e-11));
      assertThat(ours.cumulative(x)).isCloseTo(theirs.cumulativeProbability(x), within(1e-9));
    }
  }

  @Test
  void aFamilyWithUnknownTailsIsRefused() {
    assertThatThrownBy(() -> Densities.of(new TriangularDistribution(0, 1, 2)))
        .hasMessage(
            "density: expected a distribution whose tails are known, got TriangularDistribution;"
                + " implement Density for it");
  }
}
