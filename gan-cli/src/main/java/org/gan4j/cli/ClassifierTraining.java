package org.gan4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.backend.Backend;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.metrics.classifier.Classifier;
import org.gan4j.metrics.classifier.ClassifierConfig;
import org.gan4j.metrics.classifier.ClassifierFile;
import org.gan4j.metrics.classifier.ClassifierTrainer;
import org.gan4j.study.measure.PictureClassifier;

/** Trains classifiers and reports progress. */
final class ClassifierTraining {
  private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(10);

  private ClassifierTraining() {}

  /** Reads the convolutional classifier from the folder of the data set, or trains it there. */
  static Classifier cached(ImageSet set, LabelledDataset train, Backend backend, PrintWriter err)
      throws IOException {
    ClassifierFile file = PictureClassifier.file(set, train);
    Optional<Classifier> trained = file.read(train, backend);
    if (trained.isPresent()) {
      return trained.get();
    }
    Classifier classifier = run(set.id(), file.config(), train, backend, err);
    try {
      file.write(classifier);
    } catch (IOException e) {
      err.println(
          "The classifier is not kept, so the next score trains it again: " + e.getMessage());
      err.flush();
    }
    return classifier;
  }

  static Classifier run(
      String name,
      ClassifierConfig config,
      LabelledDataset train,
      Backend backend,
      PrintWriter err) {
    ClassifierTrainer trainer = new ClassifierTrainer(config, train, backend);
    err.println(
        String.format(Locale.ROOT, "Training a classifier on %s: %d steps", name, trainer.steps()));
    err.flush();
    long[] last = {System.nanoTime()};
    return trainer.train(
        (step, loss) -> {
          if (System.nanoTime() - last[0] >= LINE_EVERY) {
            last[0] = System.nanoTime();
            err.println(
                String.format(
                    Locale.ROOT, "step %d of %d, cross-entropy %.3f", step, trainer.steps(), loss));
            err.flush();
          }
        });
  }
}
