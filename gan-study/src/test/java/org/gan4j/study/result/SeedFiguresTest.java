package org.gan4j.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SeedFiguresTest {
  private static SeedFigures of(double... values) {
    return new SeedFigures(DoubleStream.of(values).mapToObj(OptionalDouble::of).toList());
  }

  /** 1, 2, 6: mean 3, s² = (4 + 1 + 9)/2 = 7, standard error √(7/3). */
  @Test
  void meanAndStandardErrorByHand() {
    SeedFigures figures = of(1, 2, 6);
    assertThat(figures.mean().getAsDouble()).isCloseTo(3, within(1e-15));
    assertThat(figures.standardError().getAsDouble()).isCloseTo(Math.sqrt(7 / 3.0), within(1e-15));
    assertThat(figures.undefined()).isZero();
  }

  @Test
  void oneSeedHasNoStandardError() {
    assertThat(of(4).mean()).hasValue(4);
    assertThat(of(4).standardError()).isEmpty();
  }

  @Test
  void anUndefinedSeedLeavesTheMeanUndefined() {
    SeedFigures figures =
        new SeedFigures(
            List.of(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(3)));
    assertThat(figures.mean()).isEmpty();
    assertThat(figures.standardError()).isEmpty();
    assertThat(figures.undefined()).isEqualTo(1);
  }

  @Test
  void noSeedIsRefused() {
    assertThatThrownBy(() -> new SeedFigures(List.of()))
        .hasMessage("SeedFigures: expected at least one seed, got none");
  }
}
