package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.fgan.FGan;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final String NAMES =
      "minimax, non-saturating, least-squares, hinge, wasserstein, rpgan, ragan, label-smoothing,"
          + " f-gan-kl, f-gan-reverse-kl, f-gan-pearson, f-gan-hellinger, f-gan-jensen-shannon,"
          + " f-gan-jeffrey";

  @Test
  void lossesAreFoundByName() {
    assertThat(
            String.join(
                ", ", Recipes.load().usual(GanLoss.class).stream().map(GanLoss::name).toList()))
        .isEqualTo(NAMES);
    assertThat(Recipes.load().usual(GanLoss.class, "minimax")).isEqualTo(new OriginalMinimax());
    assertThat(Recipes.load().usual(GanLoss.class, "least-squares"))
        .isEqualTo(new LeastSquares(0, 1, 1));
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Recipes.load().usual(GanLoss.class, "vanilla"))
        .hasMessage("loss: expected one of " + NAMES + ", got 'vanilla'");
  }

  @Test
  void constantsAreChecked() {
    assertThatThrownBy(() -> new LeastSquares(1, 1, 0))
        .hasMessage(
            "least squares: expected finite targets a, b, c with a != b, got 1.0, 1.0, 0.0");
    assertThatThrownBy(() -> new LabelSmoothing(new Hinge(), 0.2, 0.3))
        .hasMessage("label smoothing: expected weights 0 <= fake < real <= 1, got 0.3 and 0.2");
    assertThatThrownBy(() -> new Range(1, 0))
        .hasMessage("range: expected low <= high, got 1.0 and 0.0");
  }

  /** f is convex or not: with c short of b the pull ends before p = q. */
  @Test
  void leastSquaresDeclareAPullOnlyWhereThereIsOne() {
    assertThat(new LeastSquares(0, 1, 1).theory().flatMap(Theory::frozenCriticGradient))
        .isPresent();
    assertThat(new LeastSquares(1, 0, -1).theory().flatMap(Theory::frozenCriticGradient))
        .isPresent();
    assertThat(new LeastSquares(-1, 1, 0).theory().flatMap(Theory::frozenCriticGradient)).isEmpty();
  }

  /** Both forms of each f-GAN: uf′(u) − f(u) in numbers, and the simplified one on the tape. */
  @Test
  void conjugatesAreThoseOfTheirFunctions() {
    List<FGan> members =
        Recipes.load().usual(GanLoss.class).stream()
            .filter(FGan.class::isInstance)
            .map(FGan.class::cast)
            .toList();
    assertThat(members).hasSize(6);
    try (Backend backend = Backends.open("reference", new BackendOptions(1, DType.FLOAT64));
        Tape tape = Tape.on(backend)) {
      for (double v : new double[] {-3, -0.4, 0, 1.2, 2.5}) {
        Var logit = tape.constant(backend.full(Shape.of(1, 1), DType.FLOAT64, v));
        double u = Math.exp(v);
        for (FGan member : members) {
          double derivative = member.fPrime(u);
          double conjugate = u * derivative - member.f(u);
          assertThat(member.derivative(logit).item())
              .as(member.name())
              .isCloseTo(derivative, near(derivative));
          assertThat(member.conjugate(logit).item())
              .as(member.name())
              .isCloseTo(conjugate, near(conjugate));
          Var f = tape.constant(backend.full(Shape.of(1, 1), DType.FLOAT64, member.f(u)));
          assertThat(FGan.legendre(logit, f, member.derivative(logit)).item())
              .as(member.name())
              .isCloseTo(conjugate, near(conjugate));
        }
      }
    }
  }

  private static Offset<Double> near(double expected) {
    return within(1e-13 * (10 + Math.abs(expected)));
  }
}
