package org.gan4j.theory.rows.trained;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Hinge;
import org.gan4j.losses.LabelSmoothing;
import org.gan4j.losses.LeastSquares;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.RelativisticPaired;
import org.gan4j.losses.Scores;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.fgan.FGanJensenShannon;
import org.gan4j.losses.fgan.FGanPearson;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Theory;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks trained by each loss that declares an optimal critic reach it, between N(0, 1) and
 * N(0.7, 0.9²).
 */
class TrainedCriticsTest {
  private static final DensityPair PAIR =
      new DensityPair(Densities.normal(0, 1), Densities.normal(0.7, 0.9), -8, 8);

  /** How far a regret may be below 0, for the rounding of the quadrature. */
  private static final double ROUNDING = 1e-10;

  private static final double REGRET = 1e-4;

  static Stream<GanLoss> losses() {
    return Stream.concat(
        Recipes.load().usual(GanLoss.class).stream().filter(TrainedCriticsTest::declaresACritic),
        Stream.of(new LeastSquares(-1, 1, 0), new LabelSmoothing(new OriginalMinimax(), 0.9, 0.2)));
  }

  private static boolean declaresACritic(GanLoss loss) {
    return loss.theory().flatMap(Theory::optimalCritic).isPresent();
  }

  /** Their optimum has no closed form. */
  @Test
  void otherLossesHaveNoCriticToReach() {
    assertThat(Recipes.load().usual(GanLoss.class).stream().filter(loss -> !declaresACritic(loss)))
        .extracting(GanLoss::name)
        .containsExactlyInAnyOrder("wasserstein", "ragan");
  }

  /** Two layers of 32 tanh units, with a fast start where the loss is steep. */
  private static CriticRecipe recipe(GanLoss loss) {
    if (loss instanceof Hinge) {
      return CriticRecipe.tanh(32, 0.5, 8_000); // its critic is a step
    }
    int steps = loss instanceof FGanPearson ? 4_000 : 2_000;
    return new CriticRecipe(
        CriticRecipe.network(32, 1), new Adam(2e-2, 0.9, 0.99, 1e-8, new Cosine(0)), steps);
  }

  /**
   * The hinge critic is a step, which needs more points; pairs need fewer, as their number squares.
   */
  private static CriticFunction trained(GanLoss loss, CriticRecipe recipe, Backend backend) {
    Rng rng = Rng.ofSeed(1);
    CriticFit fit =
        loss instanceof RelativisticPaired
            ? new CriticFit(recipe, new AllPairs(loss), PAIR.points(6, 16), rng, backend)
            : new CriticFit(
                recipe, loss, PAIR.points(loss instanceof Hinge ? 16 : 8, 32), rng, backend);
    return fit.run(step -> {});
  }

  private static double allowed(GanLoss loss) {
    return loss instanceof Hinge ? 0.03 : 0.01;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aTrainedCriticReachesTheDeclaredOne(GanLoss loss) {
    try (Backend backend = OneThread.open()) {
      CriticFunction critic = trained(loss, recipe(loss), backend);
      DeclaredCritic declared = new DeclaredCritic(loss, PAIR);
      assertThat(declared.regret(critic)).as("regret").isBetween(-ROUNDING, REGRET);
      assertThat(declared.error(critic)).as("distance").isLessThanOrEqualTo(allowed(loss));
    }
  }

  /** Neither bound holds without training. */
  @ParameterizedTest
  @MethodSource("losses")
  void anUntrainedCriticDoesNot(GanLoss loss) {
    CriticRecipe idle = new CriticRecipe(CriticRecipe.network(32, 1), new Idle(), 1);
    try (Backend backend = OneThread.open()) {
      CriticFunction critic = trained(loss, idle, backend);
      DeclaredCritic declared = new DeclaredCritic(loss, PAIR);
      assertThat(declared.regret(critic)).as("regret").isGreaterThan(100 * REGRET);
      assertThat(declared.error(critic)).as("distance").isGreaterThan(5 * allowed(loss));
    }
  }

  /** A critic that is optimal for one loss is far from that of a loss with another link. */
  @Test
  void aCriticOfAnotherLossDoesNot() {
    try (Backend backend = OneThread.open()) {
      GanLoss trainer = new NonSaturating();
      CriticFunction critic = trained(trainer, recipe(trainer), backend);
      for (GanLoss other : new GanLoss[] {new LeastSquares(), new Hinge(), new LabelSmoothing()}) {
        DeclaredCritic declared = new DeclaredCritic(other, PAIR);
        assertThat(declared.regret(critic)).as("regret by %s", other).isGreaterThan(10 * REGRET);
        assertThat(declared.error(critic))
            .as("distance by %s", other)
            .isGreaterThan(3 * allowed(other));
      }
    }
  }

  private record Declaring(GanLoss loss, Theory stated) implements GanLoss {
    @Override
    public Var discriminator(Scores scores) {
      return loss.discriminator(scores);
    }

    @Override
    public Var generator(Scores scores) {
      return loss.generator(scores);
    }

    @Override
    public Optional<Theory> theory() {
      return Optional.of(stated);
    }
  }

  /** A link that is a tenth too steep, and a divergence without its factor 2. */
  @Test
  void aFalseDeclarationIsNotReached() {
    Theory wrong =
        Theory.pointwise(x -> 1.1 * x)
            .withEquilibrium(Math.log(4), Math.log(2))
            .withValue(Divergence.f("JSD(p||q)", u -> new FGanJensenShannon().f(u) / 2));
    try (Backend backend = OneThread.open()) {
      GanLoss loss = new Declaring(new NonSaturating(), wrong);
      CriticFunction critic = trained(loss, recipe(loss), backend);
      DeclaredCritic declared = new DeclaredCritic(loss, PAIR);
      assertThat(declared.regret(critic)).as("regret").isLessThan(-10 * REGRET);
      assertThat(declared.error(critic)).as("distance").isGreaterThan(0.015);
    }
  }

  /** RpGAN only sees differences of logits, and these are those of log p/q. */
  @Test
  void pairsDoNotSeeAConstant() {
    try (Backend backend = OneThread.open()) {
      GanLoss trainer = new NonSaturating();
      CriticFunction critic = trained(trainer, recipe(trainer), backend);
      CriticFunction moved =
          new CriticFunction(new Decoded(critic.network(), logit -> logit + 3), backend);
      DeclaredCritic declared = new DeclaredCritic(new RelativisticPaired(), PAIR);
      assertThat(declared.regret(moved)).as("regret").isBetween(-ROUNDING, REGRET);
      assertThat(declared.error(moved)).as("distance").isLessThanOrEqualTo(0.01);
      assertThat(new DeclaredCritic(trainer, PAIR).error(moved)).as("by λ").isGreaterThan(0.1);
    }
  }
}
