package org.gan4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.random.Rng;
import org.gan4j.metrics.FrechetDistance;
import org.gan4j.metrics.KernelDistance;
import org.gan4j.metrics.NeighbourMetrics;
import org.gan4j.metrics.classifier.InceptionScore;
import org.gan4j.metrics.classifier.Predictions;

/**
 * Compares samples with held-out pictures, and training pictures with the same: the latter are the
 * floor, which no generator is expected to pass.
 *
 * @param heldOut real pictures that nothing was trained on
 * @param training real pictures that the classifier was trained on
 * @param samples generated ones
 */
record FeatureFigures(FeatureSet heldOut, FeatureSet training, FeatureSet samples) {
  /** Which neighbour bounds the ball of a picture. */
  static final int NEIGHBOUR = 5;

  /** Fixed, so that a figure depends only on the pictures. */
  private static final Rng SUBSETS = Rng.ofSeed(0).child("score");

  List<ScoreFigure> of(Set<ScoreMetric> metrics) {
    List<ScoreFigure> figures = new ArrayList<>();
    if (metrics.contains(ScoreMetric.FCD)) {
      figures.add(figure("fcd", "FCD", this::frechet));
      figures.add(figure("fcd_extrapolated", "FCD, n → ∞", this::extrapolated));
    }
    if (metrics.contains(ScoreMetric.KCD)) {
      addKernel(figures);
    }
    if (metrics.contains(ScoreMetric.PRDC)) {
      addNeighbours(figures);
    }
    if (metrics.contains(ScoreMetric.IS)) {
      figures.add(
          figure(
              "inception_style_score",
              "Inception-style score",
              set -> InceptionScore.of(set.probabilities(), set.classes())));
    }
    if (metrics.contains(ScoreMetric.LABELS)) {
      figures.add(figure("label_accuracy", "accuracy of the labels", FeatureFigures::accuracy));
      addWithinClasses(figures);
    }
    return figures;
  }

  private ScoreFigure figure(String key, String name, ToDoubleFunction<FeatureSet> measure) {
    return new ScoreFigure(
        key, name, measure.applyAsDouble(samples), measure.applyAsDouble(training));
  }

  private double frechet(FeatureSet set) {
    return FrechetDistance.between(set.features(), heldOut.features(), set.dimensions());
  }

  private double extrapolated(FeatureSet set) {
    return FrechetDistance.extrapolated(
        set.features(), heldOut.features(), set.dimensions(), SUBSETS.stream("fcd"));
  }

  private void addKernel(List<ScoreFigure> figures) {
    Function<FeatureSet, KernelDistance> measure =
        set ->
            KernelDistance.between(
                set.features(), heldOut.features(), set.dimensions(), SUBSETS.stream("kcd"));
    KernelDistance value = measure.apply(samples);
    KernelDistance floor = measure.apply(training);
    figures.add(new ScoreFigure("kcd", "KCD", value.squared(), floor.squared()));
    figures.add(
        new ScoreFigure(
            "kcd_error", "  its standard error", value.standardError(), floor.standardError()));
  }

  private void addNeighbours(List<ScoreFigure> figures) {
    Function<FeatureSet, NeighbourMetrics> measure =
        set -> NeighbourMetrics.of(heldOut.features(), set.features(), set.dimensions(), NEIGHBOUR);
    NeighbourMetrics value = measure.apply(samples);
    NeighbourMetrics floor = measure.apply(training);
    figures.add(new ScoreFigure("precision", "precision", value.precision(), floor.precision()));
    figures.add(new ScoreFigure("recall", "recall", value.recall(), floor.recall()));
    figures.add(new ScoreFigure("density", "density", value.density(), floor.density()));
    figures.add(new ScoreFigure("coverage", "coverage", value.coverage(), floor.coverage()));
  }

  private static double accuracy(FeatureSet set) {
    Predictions predictions = Predictions.of(set.probabilities(), set.classes());
    int right = 0;
    for (int i = 0; i < set.labels().length; i++) {
      right += predictions.label(i) == set.labels()[i] ? 1 : 0;
    }
    return (double) right / set.labels().length;
  }

  private void addWithinClasses(List<ScoreFigure> figures) {
    List<ScoreFigure> classes = new ArrayList<>();
    for (int label = 0; label < heldOut.classes(); label++) {
      int own = label;
      classes.add(
          figure(
              "fcd_class_" + label,
              String.format(Locale.ROOT, "  class %d", label),
              set ->
                  FrechetDistance.between(
                      set.ofClass(own), heldOut.ofClass(own), set.dimensions())));
    }
    figures.add(
        new ScoreFigure(
            "fcd_within_classes",
            "FCD within classes, mean",
            classes.stream().mapToDouble(ScoreFigure::value).average().orElseThrow(),
            classes.stream().mapToDouble(ScoreFigure::floor).average().orElseThrow()));
    figures.addAll(classes);
  }
}
