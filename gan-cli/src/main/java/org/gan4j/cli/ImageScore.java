package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.metrics.classifier.ClassifierConfig;

/**
 * What was measured on the pictures of one run.
 *
 * @param classes the recognised samples, if asked for
 * @param figures the other numbers
 * @param dimensions numbers in a feature vector
 */
record ImageScore(Optional<ClassScore> classes, List<ScoreFigure> figures, int dimensions)
    implements Score {
  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    classes.ifPresent(score -> text.append(score.text()));
    if (classes.isPresent() && !figures.isEmpty()) {
      text.append(String.format(Locale.ROOT, "%n%n"));
    }
    if (!figures.isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d generated against %1$d held-out real pictures; floor: %1$d training pictures in"
                  + " place of the generated ones%n",
              ImageScoring.PICTURES));
      text.append(ScoreFigure.head());
      figures.forEach(figure -> text.append(figure.line()));
      text.append(
          String.format(
              Locale.ROOT,
              "features: %d of the classifier %s, not Inception's; FCD is no FID, KCD no KID%n"
                  + "FCD: covariances with n − 1; KCD: unbiased, cubic kernel, 100 subsets of"
                  + " 1 000; precision to coverage: k = %d",
              dimensions,
              ClassifierConfig.CONVOLUTIONAL,
              FeatureFigures.NEIGHBOUR));
    }
    return text.toString();
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = classes.map(ClassScore::json).orElseGet(Json::object);
    figures.forEach(figure -> figure.addTo(json));
    return json.put("classifier", ClassifierConfig.CONVOLUTIONAL);
  }

  /** Figures before the recognised samples, and of them only those that are not details. */
  @Override
  public List<ScoreNumber> numbers() {
    Stream<ScoreNumber> compared =
        figures.stream().filter(figure -> !figure.name().startsWith(" ")).map(ScoreFigure::number);
    return Stream.concat(compared, classes.stream().flatMap(c -> c.numbers().stream())).toList();
  }

  @Override
  public Optional<String> shortfall(double atLeast) {
    return classes.flatMap(score -> score.shortfall(atLeast));
  }
}
