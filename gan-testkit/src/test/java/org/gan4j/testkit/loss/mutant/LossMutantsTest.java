package org.gan4j.testkit.loss.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private static final Map<String, Map<String, String>> FAILING = new HashMap<>();

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

  private static Map<String, String> failing(GanLoss loss) {
    return Checks.failing(GanLossContract.class, new Contract(loss));
  }

  /** The checks that fail for a mutant; each mutant goes through the contract once. */
  private static Map<String, String> failing(String name) {
    return FAILING.computeIfAbsent(name, any -> failing(MUTANTS.losses().get(name)));
  }

  static Set<String> names() {
    return MUTANTS.losses().keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void mutantsAreCaught(String name) {
    assertThat(failing(name)).containsKey(MUTANTS.catchers().get(name));
  }

  /** A runner may show neither the check's name nor the subject's. */
  @ParameterizedTest
  @MethodSource("names")
  void failuresNameTheLoss(String name) {
    GanLoss loss = MUTANTS.losses().get(name);
    Map<String, String> failing = new TreeMap<>(failing(name));
    failing.remove("theLossIsAPlainRecord"); // names the class
    assertThat(failing.values()).allSatisfy(said -> assertThat(said).contains(loss.name()));
  }

  @Test
  void failuresSayWhatToDo() {
    assertThat(failing("log of a sigmoid that is 0"))
        .hasEntrySatisfying(
            "largeLogitsGiveFiniteNumbers",
            said ->
                assertThat(said)
                    .contains(
                        "non-saturating: L_D, L_G and their gradients at a real logit of 100.0 and a"
                            + " generated one of -100.0, on reference in FLOAT32; write them with"
                            + " softplus",
                        "override largestLogit()",
                        "to match 'finite' predicate but this element did not:\n  -Infinity"))
        .hasEntrySatisfying(
            "singleAgreesWithDouble",
            said -> assertThat(said).contains("in FLOAT64, logits up to 2400.0; where the exact"));
    assertThat(failing("sum for mean").get("lossesAreMeansNotSums"))
        .contains("L_D of the batch twice over; expected the batch's own: a mean, not a sum");
    assertThat(failing("pairs not declared").get("orderDoesNotMatter"))
        .contains("belong together, override pairs()");
    assertThat(failing("weights ignored").get("weightsCount"))
        .contains("take means by meanReal and meanFake");
    assertThat(failing("non-saturating that is minimax"))
        .containsEntry(
            "zero-sum is declared rightly",
            "non-saturating: 'zero-sum is declared rightly' does not hold: L_D + L_G does not depend"
                + " on generated logits anywhere; declare withZeroSum(Range.LINE)");
    assertThat(failing("hinge declared pointwise"))
        .hasEntrySatisfying(
            "the declared kind is the measured one",
            said ->
                assertThat(said)
                    .contains("the declared kind; expected is the one measured")
                    .contains("expected: SET_VALUED\n but was: POINTWISE"));
  }

  /** So that what catches the others is no check that fails for all. */
  @Test
  void aRightLossPasses() {
    assertThat(failing(new OriginalMinimax())).isEmpty();
    assertThat(failing(BrokenLoss.like(new OriginalMinimax())))
        .containsOnlyKeys("theLossIsAPlainRecord");
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
