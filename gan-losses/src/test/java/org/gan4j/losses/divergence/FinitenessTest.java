package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.losses.divergence.Densities.cauchy;
import static org.gan4j.losses.divergence.Densities.exponential;
import static org.gan4j.losses.divergence.Densities.gumbel;
import static org.gan4j.losses.divergence.Densities.laplace;
import static org.gan4j.losses.divergence.Densities.logNormal;
import static org.gan4j.losses.divergence.Densities.mixture;
import static org.gan4j.losses.divergence.Densities.normal;
import static org.gan4j.losses.divergence.Densities.student;
import static org.gan4j.losses.divergence.Densities.uniform;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whether KL(p ‖ q) is finite, by moments: −log q grows like x² for a normal q, like |x| for
 * Laplace and exponential, like e^(−x/s) on the left of a Gumbel of scale s, like log²x for a
 * log-normal and log|x| for Student; and a Student p with ν degrees of freedom has moments of
 * orders below ν alone.
 */
class FinitenessTest {
  static Stream<Arguments> finite() {
    return Stream.of(
        Arguments.of(student(3), normal(0, 1)),
        Arguments.of(student(2), laplace(0, 1)),
        Arguments.of(cauchy(0, 1), cauchy(5, 2)),
        Arguments.of(cauchy(0, 1), student(30)),
        Arguments.of(laplace(0, 0.5), gumbel(0, 1)),
        Arguments.of(normal(0, 9), gumbel(0, 0.5)),
        Arguments.of(gumbel(0, 9), gumbel(0, 0.5)),
        Arguments.of(uniform(-3, 5), gumbel(0, 1)),
        Arguments.of(gumbel(0, 1), normal(0, 1)),
        Arguments.of(laplace(0, 9), normal(0, 0.1)),
        Arguments.of(logNormal(0, 1), exponential(1)),
        Arguments.of(exponential(1), logNormal(0, 1)),
        Arguments.of(logNormal(0, 1), normal(0, 1)),
        Arguments.of(
            uniform(0, 1), mixture(new double[] {0.5, 0.5}, uniform(0, 0.6), uniform(0.6, 1))));
  }

  @ParameterizedTest
  @MethodSource("finite")
  void momentsThatExistGiveAFiniteValue(Density p, Density q) {
    Divergences found = Divergences.between(p, q);
    assertThat(found.klPq().value()).isFinite().isPositive();
    assertThat(found.klPq().error()).isLessThan(1e-9 * Math.max(1, found.klPq().value()));
    assertThat(found.whyKlPqInfinite()).isEmpty();
  }

  static Stream<Arguments> infinite() {
    return Stream.of(
        Arguments.of(
            student(2), normal(0, 1), List.of("lower tail of p falls like |x|^-3", "exp(-|x/")),
        Arguments.of(cauchy(0, 1), laplace(0, 1), List.of("like |x|^-2", "like exp(-|x|/1)")),
        Arguments.of(
            laplace(0, 2), gumbel(0, 1), List.of("like exp(-|x|/2)", "like exp(-exp(|x|/1))")),
        Arguments.of(
            laplace(0, 1), gumbel(0, 1), List.of("like exp(-|x|/1)", "like exp(-exp(|x|/1))")),
        Arguments.of(cauchy(0, 1), gumbel(0, 1), List.of("lower", "like exp(-exp(|x|/1))")),
        Arguments.of(
            mixture(new double[] {0.5, 0.5}, logNormal(0, 1), gumbel(0, 1)),
            uniform(0, 1),
            List.of("p has mass on (-Infinity, 0.0), where q is zero")),
        Arguments.of(
            uniform(0, 3),
            mixture(new double[] {0.5, 0.5}, uniform(0, 1), uniform(2, 3)),
            List.of("p has mass on (1.0, 2.0), where q is zero")));
  }

  @ParameterizedTest
  @MethodSource("infinite")
  void momentsThatDoNotExistAreNamed(Density p, Density q, List<String> reason) {
    Divergences found = Divergences.between(p, q);
    assertThat(found.klPq().value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(found.whyKlPqInfinite().orElseThrow()).contains(reason);
    assertThat(found.jsd().value()).isBetween(0.0, Math.log(2));
    Divergences mirrored = Divergences.between(q, p);
    assertThat(mirrored.klQp().value()).isEqualTo(Double.POSITIVE_INFINITY);
  }
}
