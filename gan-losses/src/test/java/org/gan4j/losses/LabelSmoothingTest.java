package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.theory.Theory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses that compare samples are refused by name, whatever they declare about themselves. */
class LabelSmoothingTest {
  private static final List<String> COMPARING = List.of("rpgan", "ragan");

  /** A discriminator's loss of our own, with or without a theory. */
  private record Custom(String name, Function<Scores, Var> terms, Optional<Theory> theory)
      implements GanLoss {
    Custom(String name, Function<Scores, Var> terms) {
      this(name, terms, Optional.empty());
    }

    @Override
    public Var discriminator(Scores scores) {
      return terms.apply(scores);
    }

    @Override
    public Var generator(Scores scores) {
      return scores.meanFake(scores.fake()).negate();
    }
  }

  private static Var lead(Scores scores) {
    return scores.real().subtract(scores.fake());
  }

  private static Var meanLead(Scores scores) {
    return scores.meanReal(scores.real()).subtract(scores.meanFake(scores.fake()));
  }

  /** max(0, margin − x). */
  private static Var hinge(Var x, double margin) {
    return x.negate().add(margin).relu();
  }

  private static GanLoss paired(String name, Function<Var, Var> ofLead) {
    return new Custom(name, scores -> scores.meanReal(ofLead.apply(lead(scores))));
  }

  static Stream<GanLoss> comparing() {
    GanLoss hinge = paired("paired-hinge", lead -> hinge(lead, 1));
    return Stream.concat(
        Recipes.load().usual(GanLoss.class).stream()
            .filter(loss -> COMPARING.contains(loss.name())),
        Stream.of(
            hinge,
            new Custom("declared-hinge", hinge::discriminator, theory()),
            paired("wide-paired-hinge", lead -> hinge(lead, 9)),
            paired("paired-squares", lead -> lead.add(-1).square()),
            paired("paired-sigmoid", lead -> lead.negate().sigmoid()),
            new Custom("squared-distance", scores -> meanLead(scores).square()),
            new Custom("variance", LabelSmoothingTest::variance)));
  }

  private static Optional<Theory> theory() {
    return Optional.of(Theory.pointwise(x -> x));
  }

  /** Compares real samples with each other. */
  private static Var variance(Scores scores) {
    Var square = scores.meanReal(scores.real().square());
    return square.subtract(scores.meanReal(scores.real()).square());
  }

  @ParameterizedTest
  @MethodSource("comparing")
  void aLossThatComparesSamplesIsRefused(GanLoss loss) {
    assertThatThrownBy(() -> new LabelSmoothing(loss, 0.9, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "label smoothing: expected a loss with one term per sample, got "
                + loss.name()
                + ", which compares samples with each other");
  }

  static Stream<GanLoss> perSample() {
    return Stream.concat(
        Recipes.load().usual(GanLoss.class).stream()
            .filter(loss -> !COMPARING.contains(loss.name())),
        Stream.of(
            new LeastSquares(-1, 1, 0),
            new LabelSmoothing(new OriginalMinimax(), 0.8, 0.1),
            paired("linear-in-the-lead", Var::negate),
            new Custom("no-theory", new Hinge()::discriminator),
            new Custom("theory-of-none", new Hinge()::discriminator, Optional.of(Theory.none()))));
  }

  @ParameterizedTest
  @MethodSource("perSample")
  void aLossWithOneTermPerSampleIsTaken(GanLoss loss) {
    assertThatCode(() -> new LabelSmoothing(loss, 0.9, 0.1)).doesNotThrowAnyException();
  }
}
