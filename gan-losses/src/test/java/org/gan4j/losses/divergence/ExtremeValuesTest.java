package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.losses.divergence.expression.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mass where x overflows or underflows; values by closed forms, or mpmath with 40 digits. */
class ExtremeValuesTest {
  private static Divergences between(String p, String q) {
    return Expression.between(Expression.parse(p), Expression.parse(q));
  }

  private static void check(Estimate found, double expected) {
    assertThat(found.value()).isCloseTo(expected, within(found.error() + 5e-12 * expected));
    assertThat(found.error()).isBetween(0.0, 1e-11 * Math.max(1, expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "lognormal(700,1); lognormal(701,1); 0.5",
        "lognormal(690,1); lognormal(691,1); 0.5",
        "lognormal(0,150); lognormal(0,75); 0.806852819440055",
        "lognormal(1,300); lognormal(0,300); 5.55555555555556e-6",
        "beta(0.02,1); uniform(0,1); 45.0879769945719",
        "beta(0.01,1); uniform(0,1); 94.3948298140119",
        "beta(0.005,1); uniform(0,1); 193.701682633452",
        "beta(1e-100,1); beta(2e-100,1); 0.306852819440055",
        "gamma(0.02,1); gamma(0.03,1); 0.0946144204485978",
        "gamma(0.005,1); exponential(1); 194.270724006806",
        "gamma(1e-200,1); gamma(2e-200,1); 0.306852819440055",
        "lognormal(0,30); exponential(1); 2.70717827678691e195",
        "logistic(0,1); gumbel(0,1.02); 48.0514378169354",
        "laplace(0,1); gumbel(0,1.02); 24.0791306942610",
        "normal(0,20); gumbel(0,1); 7.22597376812575e86",
        "normal(0,1e-307); normal(0,1); 706.393623549182",
      })
  void klHasItsValue(String p, String q, double expected) {
    Divergences found = between(p, q);
    check(found.klPq(), expected);
    assertThat(found.whyKlPqInfinite()).isEmpty();
  }

  @Test
  void theOtherNumbersOfSuchPairsHold() {
    Divergences shifted = between("lognormal(690,1)", "lognormal(691,1)");
    check(shifted.jsd(), 0.111421482184736);
    Divergences wide = between("lognormal(0,300)", "lognormal(1,300)");
    assertThat(wide.optimalValue().value()).isCloseTo(-1.386291583346, within(1e-11));
    Divergences atoms = between("atoms(1e-320,1)", "atoms(0.5,0.5)");
    assertThat(atoms.optimalValue().value()).isCloseTo(-0.954771252442219, within(1e-14));
    assertThat(atoms.optimalValue().error()).isLessThan(1e-13);
    assertThat(atoms.klQp().value()).isCloseTo(367.720473264927, within(1e-11));
  }

  @Test
  void aFiniteValueAboveTheGreatestDoubleIsNotCalledInfinite() {
    Divergences found = between("lognormal(0,40)", "exponential(1)");
    assertThat(found.klPq().isTooGreat()).isTrue();
    assertThat(found.whyKlPqInfinite()).isEmpty();
    Divergences infinite = between("cauchy(0,1)", "normal(0,1)");
    assertThat(infinite.klPq().isTooGreat()).isFalse();
    assertThat(infinite.whyKlPqInfinite()).isPresent();
    check(between("exponential(1e-150)", "exponential(1e150)").klQp(), 1e300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "normal(0,1e-320); normal: expected sd from 2.2250738585072014E-308",
        "normal(1e308,1); normal: expected mean from -1.1235582092889474E307",
        "uniform(-1e308,1e308); uniform: expected a from -1.1235582092889474E307",
        "cauchy(0,1e-310); cauchy: expected scale from",
        "exponential(1e308); exponential: expected mean from",
        "gamma(1e-310,1); gamma: expected shape from 1.0E-300 to 1.0E15",
        "student(1e-301); student: expected dof from 1.0E-300 to 1.0E15"
      })
  void parametersAtTheEndsOfTheDoublesAreRefusedByName(String text, String message) {
    assertThatThrownBy(() -> Expression.density(text)).hasMessageContaining(message);
  }
}
