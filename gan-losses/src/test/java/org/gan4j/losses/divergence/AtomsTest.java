package org.gan4j.losses.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AtomsTest {
  private final Atoms p = Atoms.of(0.75, 0.25);
  private final Atoms q = Atoms.of(0.25, 0.75);

  /** The numbers are mpmath's: KL ½ log 3, JSD ¾ log(3/2) + ¼ log(1/2), V = 2 JSD - log 4. */
  @Test
  void threeQuartersAgainstOneQuarter() {
    Divergences found = Divergences.between(p, q);
    check(found.klPq(), 0.5493061443340549);
    check(found.klQp(), 0.5493061443340549);
    check(found.jsd(), 0.13081203594113697);
    check(found.totalVariation(), 0.5);
    check(found.optimalValue(), -1.1246702892376168);
  }

  private static void check(Estimate found, double expected) {
    assertThat(found.value()).isCloseTo(expected, within(found.error()));
    assertThat(found.error()).isBetween(0.0, 2e-14);
  }

  @Test
  void anAtomWithoutMassAddsNothingToItsOwnMean() {
    Divergences found = Divergences.between(Atoms.of(1, 0, 0), Atoms.of(0.5, 0.5, 0));
    check(found.klPq(), Math.log(2));
    assertThat(found.klQp().value()).isInfinite();
    assertThat(found.whyKlPqInfinite()).isEmpty();
    assertThat(found.whyKlQpInfinite()).contains("q has mass on atom 2, where p is zero");
    check(found.jsd(), 0.2157615543388357);
    check(found.optimalValue(), -0.9547712524422193);
  }

  @Test
  void equalOrDisjointAtomsReachTheEnds() {
    Divergences equal = Divergences.between(p, p);
    assertThat(equal.jsd().value()).isZero();
    assertThat(equal.klPq().value()).isZero();
    check(equal.optimalValue(), -Math.log(4));
    Divergences disjoint = Divergences.between(Atoms.of(1, 0), Atoms.of(0, 1));
    check(disjoint.jsd(), Math.log(2));
    check(disjoint.totalVariation(), 1);
    check(disjoint.optimalValue(), 0);
  }

  @Test
  void badAtomsAreRefused() {
    assertThatThrownBy(() -> Atoms.of(0.5, 0.4))
        .hasMessage(
            "atoms: expected probabilities that sum to 1, got a sum of 0.9; divide them by it");
    assertThatThrownBy(() -> Atoms.of(1.5, -0.5))
        .hasMessage("atoms: expected probabilities from 0 to 1, got 1.5");
    assertThatThrownBy(() -> Divergences.between(p, Atoms.of(1)))
        .hasMessage("atoms: expected as many in q as in p, got 1 and 2; give the missing ones 0");
  }

  @Test
  void probabilitiesAreCopiedAndAddUpToOne() {
    double[] typed = {0.3333333333, 0.6666666667};
    Atoms atoms = Atoms.of(typed);
    typed[0] = 9;
    assertThat(atoms.count()).isEqualTo(2);
    assertThat(atoms.probability(0)).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(atoms.probability(0) + atoms.probability(1)).isCloseTo(1, within(1e-15));
    assertThat(p).hasToString("atoms(0.75, 0.25)");
  }
}
