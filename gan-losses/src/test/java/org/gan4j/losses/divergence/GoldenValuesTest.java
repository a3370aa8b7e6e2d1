package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** N(0,1) against other normals; the values are Simpson sums with 8000 intervals, to 12 digits. */
class GoldenValuesTest {
  private static final double HALF_DIGIT = 5e-13;

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, -1.386294361120",
    "0.5, 1, 0.030311300521, -1.325671760078",
    "1, 1, 0.111421482185, -1.163451396750",
    "2, 1, 0.336830820347, -0.712632720426",
    "5, 1, 0.675942577381, -0.034409206358",
    "0, 2, 0.092733381666, -1.200827597787"
  })
  void normals(double mean, double sd, double jsd, double value) {
    Divergences found = Divergences.between(Densities.normal(0, 1), Densities.normal(mean, sd));
    assertThat(found.jsd().value()).isCloseTo(jsd, within(HALF_DIGIT + 1e-13));
    assertThat(found.optimalValue().value()).isCloseTo(value, within(HALF_DIGIT + 1e-13));
    assertThat(found.optimalValue().value() - (2 * found.jsd().value() - Math.log(4)))
        .isCloseTo(0, within(1e-12));
    assertThat(found.jsd().error()).isBetween(0.0, 1e-11);
    double kl = Math.log(sd) + (1 + mean * mean) / (2 * sd * sd) - 0.5;
    assertThat(found.klPq().value()).isCloseTo(kl, within(1e-12));
    assertThat(found.klPq().error()).isBetween(Math.abs(found.klPq().value() - kl), 1e-11);
  }

  @Test
  void aSpikeFarAwayHasAFiniteDivergence() {
    Divergences found = Divergences.between(Densities.normal(0, 1), Densities.normal(1000, 1e-3));
    double kl = Math.log(1e-3) + (1 + 1e6) / 2e-6 - 0.5;
    assertThat(found.klPq().value()).isCloseTo(kl, within(1e-11 * kl));
    assertThat(found.klPq().error()).isBetween(Math.abs(found.klPq().value() - kl), 1e-11 * kl);
    assertThat(found.jsd().value()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(found.totalVariation().value()).isCloseTo(1, within(1e-12));
    assertThat(found.whyKlPqInfinite()).isEmpty();
  }

  @Test
  void infiniteDivergencesSayWhy() {
    Divergences support = Divergences.between(Densities.uniform(0, 1), Densities.uniform(0.5, 2));
    assertThat(support.klPq().value()).isInfinite();
    assertThat(support.whyKlPqInfinite()).contains("p has mass on (0.0, 0.5), where q is zero");
    Divergences tails = Divergences.between(Densities.cauchy(0, 1), Densities.normal(0, 1));
    assertThat(tails.klPq().value()).isInfinite();
    assertThat(tails.whyKlPqInfinite())
        .contains(
            "the lower tail of p falls like |x|^-2, that of q like exp(-|x/1.414|^2): the mean of"
                + " log(p/q) under p diverges");
    assertThat(tails.klQp().value()).isFinite();
  }

  /** U(0,1) against U(½,2): m is ½ on (0,½), 5/6 on (½,1), 1/3 on (1,2). */
  @Test
  void uniformsThatOverlap() {
    Divergences found = Divergences.between(Densities.uniform(0, 1), Densities.uniform(0.5, 2));
    double fromP = 0.5 * Math.log(2) + 0.5 * Math.log(6.0 / 5);
    double fromQ = (1.0 / 3) * Math.log(4.0 / 5) + (2.0 / 3) * Math.log(2);
    assertThat(found.jsd().value()).isCloseTo(0.5 * (fromP + fromQ), within(1e-12));
    assertThat(found.totalVariation().value()).isCloseTo(2.0 / 3, within(1e-12));
  }
}
