package org.gan4j.testkit.loss.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.testkit.loss.GanLossContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract catches each wrong loss, by the check that is meant to. */
class LossMutantsTest {
  private static final LossMutants MUTANTS = LossMutants.all();

  /** Not a test class of its own. */
  private static final class Contract extends GanLossContract {
    private final GanLoss loss;

    Contract(GanLoss loss) {
      this.loss = loss;
    }

    @Override
    protected GanLoss loss() {
      return loss;
    }
  }

  private static Set<String> failing(GanLoss loss) {
    return Checks.failing(GanLossContract.class, new Contract(loss));
  }

  static Set<String> names() {
    return MUTANTS.losses().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void mutantsAreCaught(String name) {
    assertThat(failing(MUTANTS.losses().get(name))).contains(MUTANTS.catchers().get(name));
  }

  /** So that what catches the others is no check that fails for all. */
  @Test
  void aRightLossPasses() {
    assertThat(failing(new OriginalMinimax())).isEmpty();
    assertThat(failing(BrokenLoss.like(new OriginalMinimax())))
        .containsExactly("theLossIsAPlainRecord");
  }

  /** Original minimax makes every statement that a theory can. */
  @Test
  void everyCheckCatchesSomething() {
    Set<String> checks = Checks.of(GanLossContract.class, new Contract(new OriginalMinimax()));
    Map<String, String> catchers = MUTANTS.catchers();
    assertThat(catchers).hasSizeGreaterThanOrEqualTo(25);
    assertThat(new TreeSet<>(catchers.values())).isEqualTo(checks);
  }
}
