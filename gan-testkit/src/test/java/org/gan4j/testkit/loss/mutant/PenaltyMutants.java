package org.gan4j.testkit.loss.mutant;

import static org.gan4j.losses.InputGradients.norms;
import static org.gan4j.losses.InputGradients.squaredNorms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.Critic;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.InputGradients;
import org.gan4j.losses.Scores;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.WganGp;
import org.gan4j.testkit.loss.CriticPenaltyContract.Place;

/** Penalties as they are got wrong, each with the check that is meant to catch it. */
final class PenaltyMutants {
  private final Map<String, Mutant> all = new LinkedHashMap<>();

  /**
   * A wrong penalty.
   *
   * @param caughtBy the check
   * @param penalty what is wrong
   * @param cost what it claims to cost
   * @param place where it claims to look
   */
  record Mutant(String caughtBy, CriticPenalty penalty, DoubleUnaryOperator cost, Place place) {}

  /** A penalty as a lambda. */
  @FunctionalInterface
  private interface Formula {
    Var of(Critic critic, Scores scores, Rng rng);
  }

  private record Broken(String name, Formula formula) implements CriticPenalty {
    @Override
    public Var penalty(Critic critic, Scores scores, Rng rng) {
      return formula.of(critic, scores, rng);
    }
  }

  private static double costOfR1(double norm) {
    return 5 * norm * norm;
  }

  private static double costOfGp(double norm) {
    return 10 * (norm - 1) * (norm - 1);
  }

  private PenaltyMutants() {
    likeR1();
    likeWganGp();
    misshapen();
  }

  static Map<String, Mutant> all() {
    return new PenaltyMutants().all;
  }

  private void r1(String name, String caughtBy, Formula formula) {
    all.put(
        name,
        new Mutant(caughtBy, new Broken("r1", formula), PenaltyMutants::costOfR1, Place.REAL));
  }

  private void gp(String name, String caughtBy, Formula formula) {
    all.put(
        name,
        new Mutant(caughtBy, new Broken("gp", formula), PenaltyMutants::costOfGp, Place.BETWEEN));
  }

  private void likeR1() {
    String cost = "linearCriticsCostWhatTheyShould";
    r1(
        "gamma without its half",
        cost,
        (c, s, r) -> s.meanReal(squaredNorms(s.realGradient())).multiply(10));
    r1(
        "a norm that was not squared",
        cost,
        (c, s, r) -> s.meanReal(norms(s.realGradient())).multiply(5));
    r1("a mean over features", cost, (c, s, r) -> s.realGradient().square().mean().multiply(5));
    r1("a sum over samples", cost, (c, s, r) -> s.realGradient().square().sum().multiply(5));
    r1(
        "the gradient of the mean logit",
        cost,
        (c, s, r) -> {
          Tape tape = s.real().tape();
          Var inputGradients =
              tape.gradient(s.real().mean(), List.of(s.realInput())).of(s.realInput());
          return s.meanReal(squaredNorms(inputGradients)).multiply(5);
        });
    r1(
        "the input gradient at fake samples",
        "inputGradientsAreTakenInTheirPlace",
        (c, s, r) -> s.meanFake(squaredNorms(s.fakeGradient())).multiply(5));
    r1(
        "a detached input gradient",
        "theCriticLearns",
        (c, s, r) -> s.meanReal(squaredNorms(s.realGradient().detach())).multiply(5));
    r1(
        "one factor of the square detached",
        "derivativesAgreeWithDifferences",
        (c, s, r) -> s.meanReal(s.realGradient().rowDots(s.realGradient().detach())).multiply(5));
    r1(
        "a row for each sample of a pack",
        "packsCountAsSamples",
        (c, s, r) -> {
          Var inputGradients = s.realGradient();
          Var each = inputGradients.reshape(s.realInput().shape());
          return s.meanReal(squaredNorms(each)).multiply(5);
        });
    r1(
        "weights ignored",
        "weightsCount",
        (c, s, r) -> squaredNorms(s.realGradient()).mean().multiply(5));
  }

  private static Var share(Scores scores, Rng rng, int n, double low, double high) {
    double[] shares = rng.stream("x").at(0).doubles(n, low, high).toArray();
    Var real = scores.realInput();
    return real.tape().constant(real.tape().backend().tensor(Shape.of(n, 1), real.dtype(), shares));
  }

  private static Var at(Critic critic, Scores scores, Var shares) {
    Var fake = scores.fakeInput().detach();
    Var line = scores.realInput().detach().subtract(fake).scaleRows(shares);
    return InputGradients.at(critic, fake.add(line));
  }

  private static Var inputGradients(Critic critic, Scores scores, Rng rng) {
    return at(critic, scores, share(scores, rng, scores.real().shape().rows(), 0, 1));
  }

  private static Var toOne(Scores scores, Var norms) {
    return scores.meanReal(norms.subtract(1).square()).multiply(10);
  }

  private void likeWganGp() {
    String cost = "linearCriticsCostWhatTheyShould";
    gp(
        "the norm of the whole batch",
        cost,
        (c, s, r) ->
            inputGradients(c, s, r).square().sum().sqrt().subtract(1).square().multiply(10));
    gp(
        "the norm of the mean square",
        "everySampleCountsByItself",
        (c, s, r) ->
            squaredNorms(inputGradients(c, s, r)).mean().sqrt().subtract(1).square().multiply(10));
    gp("the square drawn to 1", cost, (c, s, r) -> toOne(s, squaredNorms(inputGradients(c, s, r))));
    gp(
        "one-sided",
        cost,
        (c, s, r) ->
            s.meanReal(norms(inputGradients(c, s, r)).subtract(1).relu().square()).multiply(10));
    gp(
        "the sum of absolute components",
        cost,
        (c, s, r) -> toOne(s, inputGradients(c, s, r).abs().rowSums()));
    gp(
        "a root without a derivative at 0",
        "flatCriticsGetFiniteDerivatives",
        (c, s, r) -> toOne(s, squaredNorms(inputGradients(c, s, r)).sqrt()));
    String between = "pointsComeFromTheirHalves";
    gp(
        "one share for the batch",
        between,
        (c, s, r) -> {
          int n = s.real().shape().rows();
          Var one = share(s, r, 1, 0, 1).reshape(Shape.scalar());
          return toOne(s, norms(at(c, s, one.broadcastTo(Shape.of(n, 1)))));
        });
    gp(
        "points beyond the real and fake samples",
        between,
        (c, s, r) -> toOne(s, norms(at(c, s, share(s, r, s.real().shape().rows(), -0.5, 1.5)))));
    AtomicLong seed = new AtomicLong();
    gp(
        "draws of its own",
        "evaluationsChangeNothing",
        (c, s, r) -> toOne(s, norms(inputGradients(c, s, Rng.ofSeed(seed.incrementAndGet())))));
  }

  private void misshapen() {
    all.put(
        "a name with capitals",
        new Mutant(
            "theNameIsInKebabCase",
            new Broken("WGAN-GP", new WganGp(10)::penalty),
            PenaltyMutants::costOfGp,
            Place.BETWEEN));
    all.put(
        "no record",
        new Mutant(
            "thePenaltyIsAPlainRecord",
            new CriticPenalty() {
              @Override
              public Var penalty(Critic critic, Scores scores, Rng rng) {
                return new R1(10).penalty(critic, scores, rng);
              }

              @Override
              public String name() {
                return "r1";
              }
            },
            PenaltyMutants::costOfR1,
            Place.REAL));
  }
}
