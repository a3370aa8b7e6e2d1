package org.gan4j.testkit.loss.mutant;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.gan4j.core.autograd.Var;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Hinge;
import org.gan4j.losses.LabelSmoothing;
import org.gan4j.losses.LeastSquares;
import org.gan4j.losses.NonSaturating;
import org.gan4j.losses.OriginalMinimax;
import org.gan4j.losses.RelativisticAverage;
import org.gan4j.losses.RelativisticPaired;
import org.gan4j.losses.Scores;
import org.gan4j.losses.Wasserstein;
import org.gan4j.losses.theory.Divergence;
import org.gan4j.losses.theory.Range;
import org.gan4j.losses.theory.Theory;

/** Losses as they are got wrong, each with the check that is meant to catch it. */
final class LossMutants {
  private static final GanLoss MINIMAX = new OriginalMinimax();
  private static final GanLoss NON_SATURATING = new NonSaturating();

  private final Map<String, GanLoss> losses = new LinkedHashMap<>();
  private final Map<String, String> catchers = new LinkedHashMap<>();

  private LossMutants() {
    saturated();
    sums();
    impure();
    misdeclared();
    misshapen();
  }

  static LossMutants all() {
    return new LossMutants();
  }

  Map<String, GanLoss> losses() {
    return losses;
  }

  Map<String, String> catchers() {
    return catchers;
  }

  private void add(String name, String caughtBy, GanLoss loss) {
    losses.put(name, loss);
    catchers.put(name, caughtBy);
  }

  /** −E log D of a probability that someone made safe. */
  private static BrokenLoss byProbability(UnaryOperator<Var> logOf) {
    return BrokenLoss.like(NON_SATURATING)
        .withD(
            s ->
                s.meanReal(logOf.apply(s.real().sigmoid()))
                    .add(s.meanFake(logOf.apply(s.fake().negate().sigmoid())))
                    .negate())
        .withG(s -> s.meanFake(logOf.apply(s.fake().sigmoid())).negate());
  }

  private static Var clipped(Var x, double low) {
    return x.subtract(low).relu().add(low);
  }

  private void saturated() {
    String far = "gradients balance far from the equilibrium";
    add("clipped sigmoid", far, byProbability(d -> clipped(d, 1e-5).log()));
    add("epsilon inside the log", far, byProbability(d -> d.add(1e-8).log()));
    UnaryOperator<Var> to20 = x -> x.subtract(x.subtract(20).relu());
    add(
        "logits clipped at 20",
        far,
        BrokenLoss.like(NON_SATURATING)
            .withD(
                s ->
                    s.meanReal(to20.apply(s.real().negate()).softplus())
                        .add(s.meanFake(to20.apply(s.fake()).softplus()))));
    add(
        "epsilon in the generator alone",
        far,
        BrokenLoss.like(NON_SATURATING)
            .withG(s -> s.meanFake(s.fake().sigmoid().add(1e-8).log()).negate()));
    for (double floor : new double[] {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8}) {
      floored(floor);
    }
    String large = "largeLogitsGiveFiniteNumbers";
    add("log of a sigmoid that is 0", large, byProbability(Var::log));
    add(
        "softplus that overflows",
        large,
        BrokenLoss.like(NON_SATURATING)
            .withG(s -> s.meanFake(s.fake().negate().exp().add(1).log())));
  }

  /** Probabilities clipped from below, in D, in G and in both; with a theory and without. */
  private void floored(double floor) {
    BrokenLoss both = byProbability(d -> clipped(d, floor).log());
    Map<String, BrokenLoss> places =
        Map.of(
            "both", both,
            "D", both.withG(NON_SATURATING::generator),
            "G", both.withD(NON_SATURATING::discriminator));
    places.forEach(
        (place, loss) -> {
          String name = String.format(Locale.ROOT, "probability clipped at %s in %s", floor, place);
          String far = "gradients balance far from the equilibrium";
          add(name, far, loss);
          add(name + ", nothing declared", "gradientsReachFarLogits", loss.declaring(null));
        });
  }

  private void sums() {
    add(
        "sum for mean",
        "lossesAreMeansNotSums",
        BrokenLoss.like(NON_SATURATING)
            .withD(s -> s.real().negate().softplus().sum().add(s.fake().softplus().sum())));
    add(
        "weights ignored",
        "weightsCount",
        BrokenLoss.like(NON_SATURATING)
            .withD(s -> s.real().negate().softplus().mean().add(s.fake().softplus().mean())));
    add(
        "the weights of real and fake exchanged",
        "weightsCount",
        BrokenLoss.like(NON_SATURATING).withG(s -> s.meanReal(s.fake().negate().softplus())));
    add("pairs not declared", "orderDoesNotMatter", new RelativisticPaired());
    add(
        "only the first half of the batch",
        "orderDoesNotMatter",
        BrokenLoss.like(NON_SATURATING)
            .withG(
                s -> {
                  int n = s.fake().shape().rows();
                  return s.fake().rows(0, (n + 1) / 2).negate().softplus().mean();
                }));
    String way = "stepsGoTheRightWay";
    add(
        "real and generated exchanged",
        way,
        BrokenLoss.like(MINIMAX)
            .withD(
                s ->
                    s.meanFake(s.fake().negate().softplus()).add(s.meanReal(s.real().softplus()))));
    add(
        "flipped labels of the generator",
        way,
        BrokenLoss.like(NON_SATURATING).withG(s -> s.meanFake(s.fake().softplus())));
    add(
        "half of the discriminator's loss missing",
        way,
        BrokenLoss.like(NON_SATURATING).withD(s -> s.meanReal(s.real().negate().softplus())));
    add(
        "wrong sign in the conjugate's activation",
        way,
        BrokenLoss.like(NON_SATURATING)
            .withD(s -> s.meanReal(s.real().exp()).add(s.meanFake(s.fake()))));
  }

  private void impure() {
    add(
        "detached generated logits",
        "theGeneratorLearns",
        BrokenLoss.like(NON_SATURATING)
            .withG(s -> s.meanFake(s.fake().detach().negate().softplus())));
    add(
        "part of the gradient detached",
        "derivativesAgreeWithDifferences",
        BrokenLoss.like(new LeastSquares())
            .withG(s -> s.meanFake(s.fake().subtract(1).multiply(s.fake().subtract(1).detach()))));
    AtomicInteger calls = new AtomicInteger();
    add(
        "a loss with a memory",
        "evaluationsChangeNothing",
        BrokenLoss.like(NON_SATURATING)
            .withG(s -> NON_SATURATING.generator(s).add(1e-3 * calls.incrementAndGet())));
    add(
        "mutated logits",
        "evaluationsChangeNothing",
        BrokenLoss.like(NON_SATURATING)
            .withG(
                s -> {
                  overwriteFirst(s.fake());
                  return NON_SATURATING.generator(s);
                }));
    add(
        "another result on another backend",
        "backendsAgree",
        BrokenLoss.like(NON_SATURATING)
            .withG(
                s ->
                    NON_SATURATING
                        .generator(s)
                        .add(s.fake().tape().backend().name().length() * 1e-6)));
    add(
        "digits lost to a large constant",
        "singleAgreesWithDouble",
        BrokenLoss.like(NON_SATURATING)
            .withG(s -> s.meanFake(s.fake().negate().softplus().add(1e6).subtract(1e6))));
  }

  /** What only reflection can do to the reference backend, and a shared buffer to others. */
  private static void overwriteFirst(Var logits) {
    Object storage = logits.value().storage();
    for (Field field : storage.getClass().getDeclaredFields()) {
      try {
        field.setAccessible(true);
        if (field.get(storage) instanceof double[] numbers) {
          numbers[0] += 1e-3;
        } else if (field.get(storage) instanceof float[] numbers) {
          numbers[0] += 1e-3f;
        }
      } catch (IllegalAccessException e) {
        throw new LinkageError("storage: expected a readable field", e);
      }
    }
  }

  private static Theory theory(GanLoss loss) {
    return loss.theory().orElseThrow();
  }

  private void misdeclared() {
    String descends = "the generator descends what is declared";
    add(
        "minimax that is non-saturating",
        descends,
        BrokenLoss.like(MINIMAX).withG(NON_SATURATING::generator));
    add(
        "non-saturating that is minimax",
        descends,
        BrokenLoss.like(NON_SATURATING).withG(MINIMAX::generator));
    add(
        "the value's divergence declared of the gradient",
        descends,
        BrokenLoss.like(NON_SATURATING)
            .declaring(
                theory(NON_SATURATING).withFrozenCriticGradient(Divergence.twiceJensenShannon())));
    String equilibrium = "the declared equilibrium is right";
    add(
        "constant offset",
        equilibrium,
        BrokenLoss.like(MINIMAX).withG(s -> MINIMAX.generator(s).subtract(0.3132616875)));
    add(
        "least squares without its half",
        equilibrium,
        BrokenLoss.like(new LeastSquares()).withG(s -> s.meanFake(s.fake().subtract(1).square())));
    String value = "the declared value is attained";
    add(
        "logarithms to base 2",
        value,
        BrokenLoss.like(MINIMAX)
            .withD(s -> MINIMAX.discriminator(s).multiply(1 / Math.log(2)))
            .declaring(theory(MINIMAX).withEquilibrium(2, -Math.log(2))));
    add(
        "half of the divergence declared",
        value,
        BrokenLoss.like(MINIMAX)
            .declaring(
                theory(MINIMAX)
                    .withValue(
                        Divergence.of(
                            "JSD",
                            x ->
                                Divergence.twiceJensenShannon()
                                        .perMidpoint()
                                        .orElseThrow()
                                        .applyAsDouble(x)
                                    / 2))));
    String critic = "the declared critic minimises L_D";
    add(
        "wrong link",
        critic,
        BrokenLoss.like(NON_SATURATING).declaring(Theory.pointwise(x -> x / 2)));
    add(
        "a wrapper that does not transform the link",
        critic,
        BrokenLoss.like(new LabelSmoothing()).declaring(theory(NON_SATURATING)));
    add(
        "hinge with margin 2",
        critic,
        BrokenLoss.like(new Hinge())
            .withD(
                s ->
                    s.meanReal(s.real().negate().add(2).relu())
                        .add(s.meanFake(s.fake().add(2).relu()))));
    kinds();
    String zeroSum = "zero-sum is declared rightly";
    add(
        "zero-sum claimed",
        zeroSum,
        BrokenLoss.like(NON_SATURATING).declaring(theory(NON_SATURATING).withZeroSum(Range.LINE)));
    add(
        "hinge zero-sum everywhere",
        zeroSum,
        BrokenLoss.like(new Hinge()).declaring(theory(new Hinge()).withZeroSum(Range.LINE)));
  }

  private void kinds() {
    String kind = "the declared kind is the measured one";
    add(
        "hinge declared pointwise",
        kind,
        BrokenLoss.like(new Hinge()).declaring(Theory.pointwise(Math::signum)));
    add(
        "Wasserstein declared pointwise",
        kind,
        BrokenLoss.like(new Wasserstein()).declaring(Theory.pointwise(x -> x)));
    add(
        "RpGAN declared pointwise",
        kind,
        BrokenLoss.like(new RelativisticPaired()).declaring(Theory.pointwise(x -> x)));
    add(
        "RaGAN declared up to a constant",
        kind,
        BrokenLoss.like(new RelativisticAverage()).declaring(Theory.upToAConstant(x -> x)));
    add(
        "minimax declared under a constraint",
        kind,
        BrokenLoss.like(MINIMAX).declaring(Theory.underAConstraint()));
  }

  private void misshapen() {
    add("a name with blanks", "theNameIsInKebabCase", BrokenLoss.like(MINIMAX).named("My loss"));
    add("no record", "theLossIsAPlainRecord", new NoRecord());
  }

  /** A loss whose constant no config can see. */
  private static final class NoRecord implements GanLoss {
    @Override
    public Var discriminator(Scores scores) {
      return MINIMAX.discriminator(scores);
    }

    @Override
    public Var generator(Scores scores) {
      return MINIMAX.generator(scores);
    }
  }
}
