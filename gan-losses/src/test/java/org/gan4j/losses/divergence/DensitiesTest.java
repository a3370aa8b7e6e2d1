package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.GumbelDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;

class DensitiesTest {
  /** Closed forms; commons-math3's own logDensity says negative infinity for each. */
  @Test
  void logDensitiesOfCommonsMathDoNotUnderflowFarOut() {
    LaplaceDistribution laplace = new LaplaceDistribution(0, 1e-3);
    assertThat(laplace.logDensity(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Densities.of(laplace).logDensity(1))
        .isCloseTo(-Math.log(2e-3) - 1000, within(1e-12));
    assertThat(Densities.of(new LogisticDistribution(0, 1e-3)).logDensity(-1))
        .isCloseTo(-Math.log(1e-3) - 1000, within(1e-12));
    assertThat(Densities.of(new GumbelDistribution(0, 1e-3)).logDensity(1))
        .isCloseTo(-Math.log(1e-3) - 1000, within(1e-12));
    assertThat(Densities.of(new GumbelDistribution(0, 1)).logDensity(-7))
        .isCloseTo(7 - Math.exp(7), within(1e-12));
  }

  @Test
  void unknownDistributionsAreRefusedByName() {
    assertThatThrownBy(() -> Densities.of(new WeibullDistribution(1, 2)))
        .hasMessage(
            "density: expected a distribution whose tails are known, got WeibullDistribution;"
                + " implement Density for it");
  }

  @Test
  void badParametersAreNamed() {
    assertThatThrownBy(() -> Densities.normal(0, 0)).hasMessage("normal: expected sd > 0, got 0.0");
    assertThatThrownBy(() -> Densities.normal(Double.NaN, 1))
        .hasMessage("normal: expected a finite mean, got NaN");
    assertThatThrownBy(() -> Densities.uniform(1, 1))
        .hasMessage("uniform: expected a < b, got 1.0 and 1.0");
    Density part = Densities.normal(0, 1);
    assertThatThrownBy(() -> Densities.mixture(new double[] {0.5, 0.6}, part, part))
        .hasMessage("mixture: expected weights that sum to 1, got a sum of 1.1; divide them by it");
    assertThatThrownBy(() -> Densities.mixture(new double[] {1, 0}, part, part))
        .hasMessage("mixture: expected weights > 0, got 0.0; leave that part out");
    assertThatThrownBy(() -> Densities.mixture(new double[] {1}, part, part))
        .hasMessage("mixture: expected a weight for each part, got 1 weights and 2 parts");
    assertThatThrownBy(() -> new Interval(2, 1))
        .hasMessage("interval: expected lower < upper, got 2.0 and 1.0");
    assertThatThrownBy(() -> Point.at(Double.NaN, 0))
        .hasMessage("point: expected a finite point, got NaN + 0.0");
    assertThatThrownBy(Quadrature::over)
        .hasMessage("quadrature: expected at least one density, got none");
  }

  @Test
  void theWeightsOfAMixtureAreCopied() {
    double[] weights = {0.25, 0.75};
    Density mixture = Densities.mixture(weights, Densities.normal(0, 1), Densities.normal(5, 1));
    double before = mixture.logDensity(0);
    weights[0] = 9;
    assertThat(mixture.logDensity(0)).isEqualTo(before);
  }

  @Test
  void theOptimalDiscriminatorIsExactInTheLogitWhereTheProbabilityRounds() {
    OptimalDiscriminator best =
        OptimalDiscriminator.of(Densities.normal(0, 1), Densities.normal(1, 1));
    assertThat(best.probability(0.5)).isCloseTo(0.5, within(1e-15));
    assertThat(best.logit(-100)).isCloseTo(100.5, within(1e-11));
    assertThat(best.probability(-100)).isEqualTo(1);
  }
}
