package org.gan4j.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.study.measure.Metric;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  private static final Metric HOURS = new Metric("hours", true);

  private static PairedDifference of(double[] a, double[] b) {
    return PairedDifference.of(HOURS, "a", "b", a, b);
  }

  /** Student's sleep data, in R: t.test(extra ~ group, data = sleep, paired = TRUE). */
  @Test
  void agreesWithStudentsOwnExample() {
    PairedDifference sleep =
        of(
            new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
            new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
    assertThat(sleep.mean()).isCloseTo(-1.58, within(1e-12));
    assertThat(sleep.mean() / sleep.standardError()).isCloseTo(-4.0621, within(5e-5));
    assertThat(sleep.p()).isCloseTo(0.002833, within(5e-7));
    assertThat(sleep.seeds()).isEqualTo(10);
    assertThat(sleep.isSignificant()).isTrue();
  }

  @Test
  void equalDifferencesHaveNoUncertainty() {
    double[] ones = {1, 1, 1};
    assertThat(of(ones, ones).p()).isOne();
    assertThat(of(ones, new double[] {2, 2, 2}).p()).isZero();
    assertThat(of(ones, new double[] {2, 2, 2}).standardError()).isZero();
  }

  /** In R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
  @Test
  void holmsCorrectionIsThatOfR() {
    List<PairedDifference> family =
        List.of(0.01, 0.04, 0.03, 0.005).stream()
            .map(p -> new PairedDifference(HOURS, "a", "b", 5, 1, 1, p, p))
            .toList();
    assertThat(PairedDifference.holm(family))
        .extracting(PairedDifference::corrected)
        .usingElementComparator((x, y) -> Math.abs(x - y) < 1e-12 ? 0 : 1)
        .containsExactly(0.03, 0.06, 0.06, 0.02);
    assertThat(PairedDifference.holm(List.of())).isEmpty();
  }
}
