package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Monte Carlo and fixed rules against quadrature and closed forms. */
class SecondWaysTest {
  private static final int REPLICATES = 400;

  private final Density p = Densities.normal(0, 1);
  private final Density q =
      Densities.mixture(
          new double[] {0.4, 0.6}, Densities.laplace(-1, 0.7), Densities.student(5, 1, 2));

  /** 400 intervals of 95 %: the count is binomial, sd 4.4; bounds at four of them. */
  @Test
  void monteCarloIntervalsCoverAsOftenAsTheySay() {
    Divergences exact = Divergences.between(p, q);
    SplittableRandom draws = new SplittableRandom(20140610);
    int jsd = 0;
    int kl = 0;
    int tv = 0;
    for (int i = 0; i < REPLICATES; i++) {
      jsd += covers(MonteCarlo.jsd(p, q, 500, draws), exact.jsd());
      kl += covers(MonteCarlo.kl(p, q, 500, draws), exact.klPq());
      tv += covers(MonteCarlo.totalVariation(p, q, 500, draws), exact.totalVariation());
    }
    assertThat(jsd).isBetween(362, 398);
    assertThat(kl).isBetween(362, 398);
    assertThat(tv).isBetween(362, 398);
  }

  private static int covers(MonteCarlo estimate, Estimate exact) {
    Interval interval = estimate.interval(1.96);
    return interval.lower() <= exact.value() && exact.value() <= interval.upper() ? 1 : 0;
  }

  @Test
  void monteCarloNeedsTwoDraws() {
    assertThatThrownBy(() -> MonteCarlo.kl(p, q, 1, new SplittableRandom(1)))
        .hasMessage("Monte Carlo: expected at least 2 draws, got 1");
  }

  /** x⁶ is of degree 6, and four points are exact to degree 7. */
  @Test
  void gaussLegendreIsExactForPolynomials() {
    GaussLegendre rule = GaussLegendre.of(4, -1, 3);
    double[] nodes = rule.nodes();
    double[] weights = rule.weights();
    double sum = IntStream.range(0, 4).mapToDouble(i -> weights[i] * Math.pow(nodes[i], 6)).sum();
    assertThat(sum).isCloseTo((Math.pow(3, 7) + 1) / 7, within(1e-11));
    assertThat(Arrays.stream(weights).sum()).isCloseTo(4, within(1e-14));
    assertThat(nodes).isSorted();
    nodes[0] = 9;
    assertThat(rule.nodes()[0]).isBetween(-1.0, 0.0);
    assertThatThrownBy(() -> GaussLegendre.of(0, 0, 1))
        .hasMessage("Gauss-Legendre: expected at least 1 point, got 0");
  }
}
