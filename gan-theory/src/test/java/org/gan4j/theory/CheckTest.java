package org.gan4j.theory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void equalityIsUpToTheTolerance() {
    assertThat(Check.equal("", 1.25, 1, 0.25).holds()).isTrue();
    assertThat(Check.equal("", 0.75, 1, 0.25).holds()).isTrue();
    assertThat(Check.equal("", 1.25, 1, 0.24).holds()).isFalse();
    assertThat(Check.equal("", 0.75, 1, 0.24).error()).isEqualTo(0.25);
  }

  @Test
  void infinitiesAreEqualToThemselvesOnly() {
    assertThat(Check.equal("", INFINITY, INFINITY, 0).holds()).isTrue();
    assertThat(Check.relative("", INFINITY, INFINITY, 0).holds()).isTrue();
    assertThat(Check.equal("", 3, INFINITY, 1e300).holds()).isFalse();
    assertThat(Check.equal("", INFINITY, -INFINITY, 1e300).holds()).isFalse();
    assertThat(Check.relative("", 3, INFINITY, 1).holds()).isFalse();
  }

  @Test
  void relativeErrorsAreMeasuredInTheRightSide() {
    assertThat(Check.relative("", 1100, 1000, 0.1).holds()).isTrue();
    assertThat(Check.relative("", 1100, -1000, 0.1).holds()).isFalse();
    assertThat(Check.relative("", 1e-9, 0, 0.1).holds()).isFalse();
  }

  @Test
  void oneSidedChecksKnowTheirSide() {
    assertThat(Check.atMost("", 1, 1).holds()).isTrue();
    assertThat(Check.atMost("", 1.1, 1).holds()).isFalse();
    assertThat(Check.atMost("", 1.5, 1).error()).isEqualTo(0.5);
    assertThat(Check.atMost("", 1.5, 1).withTolerance(0.5).holds()).isTrue();
    assertThat(Check.atLeast("", 1, 1).holds()).isTrue();
    assertThat(Check.atLeast("", 0.5, 1).holds()).isFalse();
    assertThat(Check.atLeast("", 0.5, 1).error()).isEqualTo(0.5);
    assertThat(Check.below("", 1, 1).holds()).isFalse();
    assertThat(Check.below("", 0.9, 1).holds()).isTrue();
    assertThat(Check.above("", 1, 1).holds()).isFalse();
    assertThat(Check.above("", 1.1, 1).holds()).isTrue();
  }

  @Test
  void marginsAreDistancesToTheBound() {
    assertThat(Check.equal("", 1.25, 1, 1).margin()).isEqualTo(0.75);
    assertThat(Check.relative("", 150, 100, 2).margin()).isEqualTo(1.5);
    assertThat(Check.atMost("", 1, 3).margin()).isEqualTo(2);
    assertThat(Check.below("", -4, -1).margin()).isEqualTo(3);
    assertThat(Check.atLeast("", 3, 1).margin()).isEqualTo(2);
    assertThat(Check.above("", 1, 1.5).withTolerance(1).margin()).isEqualTo(-0.5);
  }

  @Test
  void useSaysHowCloseACheckIsToItsBound() {
    assertThat(Check.equal("", 1.25, 1, 1).use()).isEqualTo(0.25);
    assertThat(Check.equal("", 1, 1, 0).use()).isZero();
    assertThat(Check.equal("", 2, 1, 0.5).use()).isInfinite();
    assertThat(Check.atMost("", 1, 4).use()).isEqualTo(0.25);
    assertThat(Check.below("", -4, -1).use()).isEqualTo(0.25);
    assertThat(Check.atLeast("", 4, 1).use()).isEqualTo(0.25);
    assertThat(Check.above("", -1, -4).use()).isEqualTo(0.25);
    assertThat(Check.atMost("", -1, 0).use()).isZero();
    assertThat(Check.atMost("", -1, 4).use()).isZero();
    assertThat(Check.atMost("", 1, 0).withTolerance(2).use()).isEqualTo(0.5);
    assertThat(Check.atMost("", Double.NaN, 1).use()).isInfinite();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoNumberFails(Check.Relation relation) {
    assertThat(new Check("", relation, Double.NaN, 1, 1e300).holds()).isFalse();
    assertThat(new Check("", relation, 1, Double.NaN, 1e300).holds()).isFalse();
    assertThat(new Check("", relation, 1, 1, Double.NaN).holds()).isFalse();
  }
}
