package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.penalty.Dragan;
import org.gan4j.losses.penalty.OneSidedGp;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.losses.penalty.ZeroCentredGp;
import org.junit.jupiter.api.Test;

class PenaltiesTest {
  @Test
  void penaltiesAreFoundByName() {
    assertThat(Recipes.load().usual(CriticPenalty.class))
        .extracting(CriticPenalty::name)
        .containsExactly("r1", "r2", "wgan-gp", "one-sided-gp", "dragan", "zero-centred-gp");
    assertThat(Recipes.load().usual(CriticPenalty.class, "r1")).isEqualTo(new R1(10));
    assertThat(Recipes.load().usual(CriticPenalty.class, "wgan-gp")).isEqualTo(new WganGp(10));
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Recipes.load().usual(CriticPenalty.class, "gp"))
        .hasMessage(
            "penalty: expected one of r1, r2, wgan-gp, one-sided-gp, dragan, zero-centred-gp, got"
                + " 'gp'");
  }

  @Test
  void factorsAreFiniteAndNotNegative() {
    assertThatThrownBy(() -> new R1(-1)).hasMessage("r1: expected a finite gamma >= 0, got -1.0");
    assertThatThrownBy(() -> new Dragan(1, Double.NaN))
        .hasMessage("dragan: expected a finite noise >= 0, got NaN");
    List<ThrowingCallable> others =
        List.of(
            () -> new R2(Double.NaN),
            () -> new WganGp(Double.POSITIVE_INFINITY),
            () -> new OneSidedGp(-1e-9),
            () -> new ZeroCentredGp(-2));
    assertThat(others)
        .allSatisfy(made -> assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class));
  }
}
