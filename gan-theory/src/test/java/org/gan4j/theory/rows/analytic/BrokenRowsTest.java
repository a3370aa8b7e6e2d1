package org.gan4j.theory.rows.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.Outline;
import org.gan4j.losses.divergence.Point;
import org.gan4j.theory.FakeRows;
import org.gan4j.theory.Result;
import org.gan4j.theory.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row fails if one of its sides is broken, and at the right check. */
class BrokenRowsTest {
  private static final Density NORMAL = Densities.normal(0.5, 0.8);
  private static final Pushforward MONOTONE = new Pushforward(0, 0.5, 1.2, 2);

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("mass 0.99", new ImplicitModel(new Scaled(NORMAL, 0.99), MONOTONE), "mass of q"),
        arguments(
            "another scale",
            new ImplicitModel(Densities.normal(0.5, 0.9), MONOTONE),
            "affine G: largest gap"),
        arguments(
            "another bend",
            new ImplicitModel(NORMAL, new Pushforward(0, 0.5, 1.1, 2)),
            "monotone G: largest gap"),
        arguments("draws from q", new SampleMeans(Densities.normal(1.5, 0.8)), "slope"),
        arguments(
            "mass 0.99",
            new LatentExpectation(NORMAL, new Scaled(MONOTONE, 0.99)),
            "monotone G, log(1 − D)"),
        arguments(
            "another mean",
            new LatentExpectation(Densities.normal(0.5 + 1e-9, 0.8), MONOTONE),
            "affine G, log(1 − D)"),
        arguments("descent", new ValueAscent(Discriminators::gentle, -1), "least rise of V"),
        arguments(
            "D upside down",
            new ValueAscent(x -> 1 - Discriminators.gentle(x), 1),
            "V on 100000 samples"),
        arguments("p and q swapped", new CrossEntropy(BrokenRowsTest::swapped, -2), "mean of D*"),
        arguments("prior forgotten", new CrossEntropy(Discriminators.OPTIMAL, -1), "quadrature"),
        arguments("least likely", new MaximumLikelihood(-1), "atoms: likeliest"),
        arguments(
            "p and q swapped", new PointwiseMaximum(BrokenRowsTest::swapped), "a and b above 0"),
        arguments("p and q swapped", new PointwiseMaximum(BrokenRowsTest::swapped), "a or b = 0"),
        arguments("plus", new InteriorDerivative((p, q, d) -> p / d + q / (1 - d)), "h = 1"),
        arguments(
            "p and q swapped", new StationaryPoint(BrokenRowsTest::swapped), "largest |root − D*|"),
        arguments(
            "a little off", new StationaryPoint((p, q) -> p / (p + q) + 1e-11), "largest |root"),
        arguments(
            "p and q swapped",
            new OptimalValue(BrokenRowsTest::swapped),
            "p = N(0, 1), q = N(1.5, 0.8²)"),
        arguments(
            "D not optimal", new OptimalValue((p, q) -> p / (p + 1.001 * q)), "p = Laplace(0, 1)"),
        arguments("divided by 1.98", new NoDensity(1.98), "∫m"),
        arguments("log base 2", new JensenShannon(BrokenRowsTest::base2), "KL + KL − log 4"),
        arguments("reverse KLs", new JensenShannon(BrokenRowsTest::reversed), "KL + KL − log 4"),
        arguments(
            "log base 2",
            new LowerBound((p, q) -> jsd(p, q) / Math.log(2)),
            "largest JSD − TV log 2"),
        arguments("half", new LowerBound((p, q) -> jsd(p, q) / 2), "tight lower bound"),
        arguments("offset", new LowerBound((p, q) -> jsd(p, q) - 1e-9), "V + log 4 at q = p"),
        arguments(
            "clipped sigmoid",
            new DescendedDivergence(
                logit -> Math.log(1 - Math.min(Discriminators.sigmoid(logit), 0.9)),
                logit -> Discriminators.softplus(-logit)),
            "minimax: 2 JSD"),
        arguments(
            "minimax named non-saturating",
            new DescendedDivergence(
                logit -> -Discriminators.softplus(logit), logit -> -Discriminators.softplus(logit)),
            "2 KL(m ‖ p)"),
        arguments(
            "log base 2", new GoldenValues((p, q) -> jsd(p, q) / Math.log(2)), "JSD, q = N(1, 1²)"),
        arguments("overlap", new SeparateSupports(0.05, true), "JSD"),
        arguments("values alone", new SeparateSupports(1, false), "over its bound"),
        arguments(
            "p and q swapped", new FunctionalDescent(BrokenRowsTest::swapped), "along the simplex"),
        arguments(
            "p and q swapped", new FunctionalDescent(BrokenRowsTest::swapped), "JSD at the end"),
        arguments(
            "D not optimal", new FunctionalDescent((p, q) -> 0.999 * p / (p + q)), "of a step"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource("broken")
  void fails(String how, Row row, String check) throws InterruptedException {
    Result result = FakeRows.check(row).get(0);
    assertThat(result.holds()).as(how).isFalse();
    assertThat(result.breakdown()).isEmpty();
    assertThat(result.failures()).as(how).anyMatch(failure -> failure.name().contains(check));
  }

  private static double swapped(double p, double q) {
    return q / (p + q);
  }

  private static double jsd(Density p, Density q) {
    return Divergences.between(p, q).jsd().value();
  }

  private static double base2(NamedPair pair) {
    return 2 * jsd(pair.p(), pair.q()) / Math.log(2);
  }

  private static double reversed(NamedPair pair) {
    Density m = Densities.mixture(new double[] {0.5, 0.5}, pair.p(), pair.q());
    return Divergences.between(m, pair.p()).klPq().value()
        + Divergences.between(m, pair.q()).klPq().value();
  }

  /** A density times a factor, which is not a density. */
  private record Scaled(Density density, double mass) implements Density {
    @Override
    public double logDensity(Point x) {
      return density.logDensity(x) + Math.log(mass);
    }

    @Override
    public double cumulative(double x) {
      return density.cumulative(x);
    }

    @Override
    public double sample(RandomGenerator draws) {
      return density.sample(draws);
    }

    @Override
    public Outline outline() {
      return density.outline();
    }
  }
}
