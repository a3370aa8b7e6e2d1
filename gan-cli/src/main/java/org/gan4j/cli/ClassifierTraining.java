package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.backend.Backend;
import org.gan4j.data.LabelledDataset;
import org.gan4j.metrics.classifier.Classifier;
import org.gan4j.metrics.classifier.ClassifierConfig;
import org.gan4j.metrics.classifier.ClassifierTrainer;

/** Trains classifiers and reports progress. */
final class ClassifierTraining {
  private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(10);

  private ClassifierTraining() {}

  static Classifier run(String name, LabelledDataset train, Backend backend, PrintWriter err) {
    ClassifierTrainer trainer =
        new ClassifierTrainer(ClassifierConfig.dense(train), train, backend);
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
