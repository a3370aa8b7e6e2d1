package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that contradict each other, as no pair has them, come out with errors that allow it. */
class ConsistencyTest {
  private static final double ERROR = 1e-13;

  private static Estimate estimate(double value) {
    return new Estimate(value, ERROR, 21);
  }

  private static Divergences divergences(double kl, double jsd, double tv, double value) {
    return new Divergences(
        estimate(kl),
        estimate(kl),
        estimate(jsd),
        estimate(tv),
        estimate(value),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.111421482184736, 0.382924922548026, -1.3595",
    "0.5, 0.3, 0.1, -0.7863",
    "0.5, 0.01, 0.9, -1.3663",
    "0.001, 0.2, 0.5, -0.9863",
    "-0.1, -0.2, -0.1, -2",
    "3, 0.9, 1.2, 0.4",
  })
  void contradictionsWidenTheErrors(double kl, double jsd, double tv, double value) {
    Divergences found = Consistency.enforce(divergences(kl, jsd, tv, value));
    SoftAssertions soft = new SoftAssertions();
    Consistent.check(soft, found);
    soft.assertThat(found.jsd().error() + found.klPq().error()).isGreaterThan(1e-3);
    soft.assertAll();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.111421482184736, 0.382924922548026, -1.1634513967504"})
  void numbersOfARealPairAreLeftAlone(double kl, double jsd, double tv, double value) {
    Divergences real = divergences(kl, jsd, tv, value);
    assertThat(Consistency.enforce(real)).isEqualTo(real);
  }
}
