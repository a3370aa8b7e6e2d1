package org.gan4j.testkit.loss.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.testkit.loss.CriticPenaltyContract;
import org.gan4j.testkit.loss.mutant.PenaltyMutants.Mutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract catches each wrong penalty, by the check that is meant to. */
class PenaltyMutantsTest {
  private static final Map<String, Mutant> MUTANTS = PenaltyMutants.all();

  /** Not a test class of its own. */
  private static final class Contract extends CriticPenaltyContract {
    private final Mutant mutant;

    Contract(Mutant mutant) {
      this.mutant = mutant;
    }

    @Override
    protected CriticPenalty penalty() {
      return mutant.penalty();
    }

    @Override
    protected double atGradientNorm(double norm) {
      return mutant.cost().applyAsDouble(norm);
    }

    @Override
    protected Place place() {
      return mutant.place();
    }
  }

  private static Map<String, String> failing(Mutant mutant) {
    return Checks.failing(CriticPenaltyContract.class, new Contract(mutant));
  }

  static Set<String> names() {
    return MUTANTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void mutantsAreCaught(String name) {
    assertThat(failing(MUTANTS.get(name))).containsKey(MUTANTS.get(name).caughtBy());
  }

  /** A runner may not show the subject's name. */
  @ParameterizedTest
  @MethodSource("names")
  void failuresNameThePenalty(String name) {
    Map<String, String> failing = new TreeMap<>(failing(MUTANTS.get(name)));
    failing.remove("thePenaltyIsAPlainRecord"); // names the class
    failing.values().removeIf(said -> said.startsWith("scaleRows")); // the tape's own words
    String penalty = MUTANTS.get(name).penalty().name();
    assertThat(failing.values()).allSatisfy(said -> assertThat(said).contains(penalty));
  }

  /** So that what catches the others is no check that fails for all. */
  @Test
  void aRightPenaltyPasses() {
    Mutant like = MUTANTS.get("one-sided");
    assertThat(failing(new Mutant("", new WganGp(10), like.cost(), like.place()))).isEmpty();
  }

  @Test
  void everyCheckCatchesSomething() {
    Mutant any = MUTANTS.get("one-sided");
    Set<String> checks = Checks.of(CriticPenaltyContract.class, new Contract(any));
    Set<String> catchers =
        MUTANTS.values().stream()
            .map(Mutant::caughtBy)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(catchers).isEqualTo(checks);
  }
}
