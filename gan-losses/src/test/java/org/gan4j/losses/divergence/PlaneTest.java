package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.losses.divergence.Gaussian2d.isotropic;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against closed forms, against the line where a plane reduces to it, and against plane.py. */
class PlaneTest {
  /** The largest error that may be reported, relative above 1. */
  private static final double WORST = 1e-8;

  private static final long MOST = 5_000_000;

  private static void check(Estimate found, double expected) {
    double reference = 1e-12 * Math.max(1, Math.abs(expected));
    assertThat(found.value()).isCloseTo(expected, within(found.error() + reference));
    assertThat(found.error()).isBetween(0.0, WORST * Math.max(1, Math.abs(expected)));
    assertThat(found.evaluations()).isBetween(1L, MOST);
  }

  private static GaussianMixture2d one(Gaussian2d gaussian) {
    return GaussianMixture2d.of(new double[] {1}, gaussian);
  }

  private static GaussianMixture2d ring(double turn, double sd) {
    Gaussian2d[] parts = new Gaussian2d[8];
    for (int i = 0; i < 8; i++) {
      double angle = 2 * Math.PI * i / 8 + turn;
      parts[i] = isotropic(Math.cos(angle), Math.sin(angle), sd);
    }
    return GaussianMixture2d.uniform(parts);
  }

  /** KL = ½ [tr(Σq⁻¹Σp) + dᵀΣq⁻¹d − 2 + log(det Σq / det Σp)]. */
  private static double kl(Gaussian2d p, Gaussian2d q) {
    double[] a = covariance(p);
    double[] b = covariance(q);
    double detA = a[0] * a[2] - a[1] * a[1];
    double detB = b[0] * b[2] - b[1] * b[1];
    double dx = p.meanX() - q.meanX();
    double dy = p.meanY() - q.meanY();
    double trace = (b[2] * a[0] - 2 * b[1] * a[1] + b[0] * a[2]) / detB;
    double distance = (b[2] * dx * dx - 2 * b[1] * dx * dy + b[0] * dy * dy) / detB;
    return 0.5 * (trace + distance - 2 + Math.log(detB / detA));
  }

  private static double[] covariance(Gaussian2d g) {
    double mixed = g.correlation() * g.sdX() * g.sdY();
    return new double[] {g.sdX() * g.sdX(), mixed, g.sdY() * g.sdY()};
  }

  @Test
  void gaussiansHaveTheirClosedForm() {
    Gaussian2d[] gaussians = {
      new Gaussian2d(0, 0, 1, 1, 0),
      new Gaussian2d(0.5, -1, 0.7, 2, 0.6),
      new Gaussian2d(-2, 3, 0.1, 0.3, -0.9),
      new Gaussian2d(10, 1, 3, 0.5, 0.99)
    };
    for (Gaussian2d p : gaussians) {
      for (Gaussian2d q : gaussians) {
        Divergences found = Divergences.between(one(p), one(q));
        check(found.klPq(), kl(p, q));
        check(found.klQp(), kl(q, p));
        assertThat(found.optimalValue().value())
            .isCloseTo(2 * found.jsd().value() - Math.log(4), within(2 * WORST));
      }
    }
  }

  /**
   * Across the shift the plane's Gaussians are alike, so the line's number holds: theory's table.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1.2, Math.PI / 2, 4})
  void shiftsInAnyDirectionAreShiftsOnTheLine(double angle) {
    GaussianMixture2d p = one(isotropic(0, 0, 1));
    GaussianMixture2d q = one(isotropic(2 * Math.cos(angle), 2 * Math.sin(angle), 1));
    Divergences line = Divergences.between(Densities.normal(0, 1), Densities.normal(2, 1));
    Divergences plane = Divergences.between(p, q);
    assertThat(plane.jsd().value()).isCloseTo(0.336830820347, within(1e-8));
    check(plane.jsd(), line.jsd().value());
    check(plane.totalVariation(), line.totalVariation().value());
    check(plane.optimalValue(), line.optimalValue().value());
  }

  @Test
  void aRingOfModesIsEqualToItselfAndFarFromItsTurn() {
    Divergences same = Divergences.between(ring(0, 0.02), ring(0, 0.02));
    check(same.jsd(), 0);
    check(same.totalVariation(), 0);
    check(same.optimalValue(), -Math.log(4));
    Divergences turned = Divergences.between(ring(0, 0.02), ring(Math.PI / 8, 0.02));
    // The modes are 0.39 apart, 19.5 sd: what they share is below e^-47.
    check(turned.jsd(), Math.log(2));
    check(turned.totalVariation(), 1);
    check(turned.optimalValue(), 0);
    assertThat(turned.klPq().value()).isFinite().isGreaterThan(100);
  }

  @Test
  void mixturesEqualTheTrapezoidalRule() {
    GaussianMixture2d p =
        GaussianMixture2d.of(
            new double[] {0.4, 0.6},
            new Gaussian2d(-1, 0, 0.6, 0.8, 0.5),
            new Gaussian2d(1, 0.5, 0.5, 0.4, -0.3));
    GaussianMixture2d q = one(new Gaussian2d(0.2, 0.1, 1.2, 0.9, 0.2));
    Divergences found = Divergences.between(p, q);
    check(found.klPq(), 0.489947840395745);
    check(found.klQp(), 1.132417680565466);
    check(found.jsd(), 0.131687217508919);
    check(found.optimalValue(), -1.122919926102053);
    Divergences swapped = Divergences.between(q, p);
    check(swapped.klQp(), 0.489947840395745);
    check(swapped.jsd(), 0.131687217508919);
    check(swapped.totalVariation(), found.totalVariation().value());
  }

  /** Means and covariance of 100 000 draws within five standard errors. */
  @Test
  void drawsHaveTheMixturesMoments() {
    GaussianMixture2d mixture =
        GaussianMixture2d.of(
            new double[] {0.25, 0.75},
            new Gaussian2d(-3, 0, 1, 2, 0.5),
            new Gaussian2d(1, 0, 1, 2, 0.5));
    SplittableRandom draws = new SplittableRandom(1);
    int n = 100_000;
    double x = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      double[] point = mixture.sample(draws);
      x += point[0] / n;
      xy += point[0] * point[1] / n;
    }
    assertThat(x).isCloseTo(0, within(5 * 2 / Math.sqrt(n)));
    assertThat(xy).isCloseTo(1, within(5 * 5 / Math.sqrt(n)));
  }

  @Test
  void logDensitiesDoNotUnderflow() {
    GaussianMixture2d p = one(isotropic(0, 0, 0.001));
    double expected = -0.5e6 - Math.log(2 * Math.PI) + 2 * Math.log(1000);
    assertThat(p.logDensity(0.6, 0.8)).isCloseTo(expected, within(1e-8));
  }

  @Test
  void badParametersAreRefused() {
    assertThatThrownBy(() -> new Gaussian2d(0, 0, 1, 1, 1))
        .hasMessage("Gaussian on the plane: expected a correlation between -1 and 1, got 1.0");
    assertThatThrownBy(() -> isotropic(0, 0, 0)).hasMessageContainingAll("expected", "got 0.0");
    assertThatThrownBy(() -> isotropic(Double.NaN, 0, 1)).hasMessageContaining("got NaN");
    assertThatThrownBy(() -> GaussianMixture2d.of(new double[] {0.5}, isotropic(0, 0, 1)))
        .hasMessage("mixture: expected weights that sum to 1, got a sum of 0.5; divide them by it");
    assertThatThrownBy(GaussianMixture2d::uniform)
        .hasMessage("mixture: expected a weight for each part, got 0 weights and 0 parts");
  }
}
