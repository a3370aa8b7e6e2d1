package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.gan4j.losses.divergence.expression.Expression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No number changes under a monotone map of both samples, nor by the order of the pair. Pairs are
 * random; {@code -Dgan4j.seed} sets another seed, and every failure names the pair and the seed.
 */
class InvarianceTest {
  private static final int PAIRS = 60;
  private static final long SEED = Long.getLong("gan4j.seed", 20140610);

  /** Two densities by name, and the same two after a map. */
  private record Case(String map, String p, String q, String mappedP, String mappedQ) {
    @Override
    public String toString() {
      return "%s, seed %d: %s and %s".formatted(map, SEED, p, q);
    }
  }

  private static final class Draws {
    private final SplittableRandom random;

    Draws(int number) {
      random = new SplittableRandom(SEED + 1_000_003L * number);
    }

    double between(double lower, double upper) {
      return random.nextDouble(lower, upper);
    }

    double power(double least, double greatest) {
      return Math.pow(10, between(least, greatest));
    }

    String family(String... names) {
      return names[random.nextInt(names.length)];
    }
  }

  /** With all digits, so that the map is exact. */
  private static String named(String name, double... parameters) {
    List<String> texts = new ArrayList<>();
    for (double parameter : parameters) {
      texts.add(Double.toString(parameter).toLowerCase(Locale.ROOT));
    }
    return name + "(" + String.join(",", texts) + ")";
  }

  private static Case exponentials(Draws draws) {
    double sd = draws.power(-2, 2.5);
    double mean = draws.between(-700, 700);
    double otherMean = mean + sd * draws.between(-3, 3);
    double otherSd = sd * draws.power(-1, 1);
    return new Case(
        "x -> exp(x)",
        named("normal", mean, sd),
        named("normal", otherMean, otherSd),
        named("lognormal", mean, sd),
        named("lognormal", otherMean, otherSd));
  }

  private static Case mixtures(Draws draws) {
    double sd = draws.power(-1, 2);
    double mean = draws.between(-500, 500);
    double near = draws.between(-300, 300);
    String text = "0.3*" + named("normal", mean, sd) + "+0.7*" + named("normal", near, 2 * sd);
    String other = named("normal", 0.5 * (mean + near), 5 * sd);
    return new Case(
        "x -> exp(x)",
        text,
        other,
        text.replace("normal", "lognormal"),
        other.replace("normal", "lognormal"));
  }

  private static Case scaled(Draws draws) {
    String[] families = {"normal", "laplace", "logistic", "gumbel", "cauchy"};
    String family = draws.family(families);
    String other = draws.family(families);
    double mean = draws.between(-3, 3);
    double scale = draws.power(-3, 3);
    double otherScale = draws.power(-3, 3);
    double unit = Math.scalb(1.0, (int) draws.between(-950, 950));
    return new Case(
        "x -> " + unit + " x",
        named(family, mean, scale),
        named(other, 1, otherScale),
        named(family, unit * mean, unit * scale),
        named(other, unit, unit * otherScale));
  }

  private static Case reflected(Draws draws) {
    double a = draws.power(-5, 2);
    double b = draws.power(-5, 2);
    double c = draws.power(-5, 2);
    double d = draws.power(-5, 2);
    return new Case(
        "x -> 1 - x",
        named("beta", a, b),
        named("beta", c, d),
        named("beta", b, a),
        named("beta", d, c));
  }

  private static Case decaying(Draws draws) {
    double a = Math.scalb(1.0, (int) draws.between(-300, 20));
    double b = a * Math.scalb(1.0, (int) draws.between(-6, 6));
    return new Case(
        "x -> exp(-x)",
        named("exponential", 1 / a),
        named("exponential", 1 / b),
        named("beta", a, 1),
        named("beta", b, 1));
  }

  static Stream<Case> cases() {
    return IntStream.range(0, PAIRS)
        .mapToObj(Draws::new)
        .flatMap(
            draws ->
                Stream.of(
                    exponentials(draws),
                    mixtures(draws),
                    scaled(draws),
                    reflected(draws),
                    decaying(draws)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aMonotoneMapChangesNothing(Case pair) {
    Density p = Expression.density(pair.p());
    Density q = Expression.density(pair.q());
    Density mappedP = Expression.density(pair.mappedP());
    Density mappedQ = Expression.density(pair.mappedQ());
    Divergences found = Divergences.between(p, q);
    Divergences mapped = Divergences.between(mappedP, mappedQ);
    Divergences swapped = Divergences.between(mappedQ, mappedP);
    SoftAssertions soft = new SoftAssertions();
    Consistent.check(soft, found);
    Consistent.check(soft, mapped);
    Consistent.same(soft, found, mapped);
    Consistent.same(soft, mapped, swapped(swapped));
    soft.assertAll();
  }

  private static Divergences swapped(Divergences found) {
    return new Divergences(
        found.klQp(),
        found.klPq(),
        found.jsd(),
        found.totalVariation(),
        found.optimalValue(),
        found.whyKlQpInfinite(),
        found.whyKlPqInfinite());
  }
}
