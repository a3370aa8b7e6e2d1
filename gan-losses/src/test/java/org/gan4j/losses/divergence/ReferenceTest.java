package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.gan4j.losses.divergence.expression.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pair of divergences.csv and extremes.csv, which the scripts beside them computed with 40
 * and 60 digits.
 */
class ReferenceTest {
  private static final double TARGET = 1e-11;
  private static final long MOST_EVALUATIONS = 100_000;

  /** The pairs of which some error above the target has to be reported. */
  private static final Set<String> WIDE = Set.of("student(2.00001);normal(0,1)");

  static List<String> pairs() {
    return Stream.concat(ordinary().stream(), extremes().stream()).toList();
  }

  private static List<String> ordinary() {
    return lines("divergences.csv");
  }

  private static List<String> extremes() {
    return lines("extremes.csv");
  }

  private static List<String> lines(String name) {
    try (InputStream file = ReferenceTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreEnoughPairsOfEveryKind() {
    assertThat(ordinary()).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    assertThat(ordinary()).contains(first("normal(0,1);normal(1000,0.001);"));
    for (String name : List.of("beta", "gamma", "cauchy", "student", "uniform", "laplace")) {
      assertThat(ordinary()).filteredOn(pair -> pair.contains(name)).hasSizeGreaterThan(12);
    }
    assertThat(ordinary()).filteredOn(pair -> pair.contains("Infinity")).hasSizeGreaterThan(20);
  }

  private static String first(String start) {
    return ordinary().stream().filter(pair -> pair.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void thereAreEnoughExtremes() {
    assertThat(extremes()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
    for (String name : List.of("lognormal", "beta", "gamma", "gumbel", "student", "e-", "e+")) {
      assertThat(extremes()).filteredOn(pair -> pair.contains(name)).hasSizeGreaterThan(12);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void theErrorIsBelowTheReportedOneAndThatIsSmall(String line) {
    String[] cells = line.split(";", -1);
    Divergences found =
        Divergences.between(Expression.density(cells[0]), Expression.density(cells[1]));
    SoftAssertions soft = new SoftAssertions();
    double target = WIDE.contains(cells[0] + ";" + cells[1]) ? Double.POSITIVE_INFINITY : TARGET;
    kl(soft, "KL(p|q)", found.klPq(), found.whyKlPqInfinite(), cells[2], target);
    kl(soft, "KL(q|p)", found.klQp(), found.whyKlQpInfinite(), cells[3], target);
    number(soft, "JSD", found.jsd(), cells[4], target);
    number(soft, "TV", found.totalVariation(), cells[5], target);
    number(soft, "V", found.optimalValue(), cells[6], target);
    Consistent.check(soft, found);
    if (target < Double.POSITIVE_INFINITY) {
      double gap = found.optimalValue().value() - (2 * found.jsd().value() - Math.log(4));
      soft.assertThat(Math.abs(gap)).as("V - (2 JSD - log 4)").isLessThan(2e-12);
    }
    soft.assertAll();
  }

  private static void kl(
      SoftAssertions soft,
      String name,
      Estimate found,
      Optional<String> why,
      String expected,
      double target) {
    if (expected.equals("Infinity")) {
      soft.assertThat(found.value()).as(name).isEqualTo(Double.POSITIVE_INFINITY);
      soft.assertThat(why).as(name).isPresent();
      soft.assertThat(found.isTooGreat()).as(name).isFalse();
    } else if (Double.isInfinite(Double.parseDouble(expected))) {
      soft.assertThat(why).as(name).isEmpty();
      soft.assertThat(found.isTooGreat()).as("%s is finite, but no double", name).isTrue();
    } else {
      soft.assertThat(why).as(name).isEmpty();
      double scale = Math.max(1, Math.abs(Double.parseDouble(expected)));
      number(soft, name, found, expected, target * scale);
    }
  }

  private static void number(
      SoftAssertions soft, String name, Estimate found, String expected, double target) {
    soft.assertThat(found.value()).as(name).isFinite();
    if (Double.isFinite(found.value())) {
      double error =
          new BigDecimal(found.value()).subtract(new BigDecimal(expected)).abs().doubleValue();
      soft.assertThat(error).as("true error of %s", name).isLessThanOrEqualTo(found.error());
    }
    soft.assertThat(found.error()).as("reported error of %s", name).isLessThanOrEqualTo(target);
    soft.assertThat(found.evaluations()).as(name).isBetween(1L, MOST_EVALUATIONS);
  }

  /** The theorem's bounds and symmetries, on the same pairs. */
  @ParameterizedTest
  @MethodSource("pairs")
  void boundsHoldAndTheOrderDoesNotMatter(String line) {
    String[] cells = line.split(";", -1);
    Density p = Expression.density(cells[0]);
    Density q = Expression.density(cells[1]);
    Divergences one = Divergences.between(p, q);
    Divergences other = Divergences.between(q, p);
    double slack = one.jsd().error() + one.totalVariation().error();
    if (Double.isFinite(one.klQp().value())) {
      assertThat(Math.abs(other.klPq().value() - one.klQp().value()))
          .isLessThanOrEqualTo(other.klPq().error() + one.klQp().error());
    }
    assertThat(other.whyKlPqInfinite().isEmpty()).isEqualTo(one.whyKlQpInfinite().isEmpty());
    assertThat(Math.abs(other.jsd().value() - one.jsd().value())).isLessThanOrEqualTo(slack);
    Stream.of(one.klPq(), one.klQp(), one.jsd(), one.totalVariation())
        .forEach(estimate -> assertThat(estimate.value()).isGreaterThanOrEqualTo(0));
  }
}
