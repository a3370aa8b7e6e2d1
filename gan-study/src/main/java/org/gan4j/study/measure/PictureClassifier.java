package org.gan4j.study.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.core.backend.Backend;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.metrics.classifier.Classifier;
import org.gan4j.metrics.classifier.ClassifierConfig;
import org.gan4j.metrics.classifier.ClassifierFile;
import org.gan4j.metrics.classifier.ClassifierTrainer;

/** The convolutional classifier of a data set, which is trained once and kept beside the data. */
public final class PictureClassifier {
  private PictureClassifier() {}

  /**
   * Returns where the classifier is kept.
   *
   * @param set the pictures
   * @param train the training pictures
   * @return its file, which need not exist
   */
  public static ClassifierFile file(ImageSet set, LabelledDataset train) {
    String own = set.id().equals(set.folder()) ? "" : set.id() + "-";
    String name = "classifier-" + own + ClassifierConfig.CONVOLUTIONAL + ".safetensors";
    Path path = DataSets.ofEnvironment().folder(set).resolve(name);
    return new ClassifierFile(path, ClassifierConfig.convolutional(train));
  }

  /** Reads the classifier, or trains it in about two minutes and keeps it. */
  static Classifier of(ImageSet set, LabelledDataset train, Backend backend) throws IOException {
    ClassifierFile file = file(set, train);
    Optional<Classifier> kept = file.read(train, backend);
    if (kept.isPresent()) {
      return kept.get();
    }
    Classifier trained =
        new ClassifierTrainer(file.config(), train, backend).train((step, loss) -> {});
    file.write(trained);
    return trained;
  }
}
