package org.gan4j.metrics.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gan4j.core.backend.Backend;
import org.gan4j.data.LabelledDataset;
import org.gan4j.io.safetensors.SafetensorsException;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.io.safetensors.SavedStates;

/**
 * A trained classifier as a safetensors file with a checksum. Its metadata has the settings of the
 * training, so that a file of other settings is not taken for this one.
 *
 * @param path the file, which need not exist
 * @param config the settings of the training
 */
public record ClassifierFile(Path path, ClassifierConfig config) {
  private static final String SETTINGS = "settings";

  /**
   * Reads the classifier.
   *
   * @param data a data set with the samples' shape and classes
   * @param backend where to compute; it must have the element type of the training
   * @return the classifier; empty if there is no file, or one of other settings
   * @throws SafetensorsException if the file is damaged, or a tensor does not fit
   * @throws IOException if the file cannot be read
   */
  public Optional<Classifier> read(LabelledDataset data, Backend backend) throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    SafetensorsFile file = SafetensorsFile.read(path);
    if (!config.toString().equals(file.metadata().get(SETTINGS))) {
      return Optional.empty();
    }
    ClassifierNetwork network = ClassifierNetwork.build(config, data, backend);
    String advice = "delete the file, so that the classifier is trained again";
    SavedStates.restore(file, path.toString(), advice, network.states(), backend);
    return Optional.of(new Classifier(network, backend));
  }

  /**
   * Writes a classifier. An existing file is replaced only once the new one is complete.
   *
   * @param classifier a classifier that was trained with these settings
   * @throws IOException if the file cannot be written
   */
  public void write(Classifier classifier) throws IOException {
    Map<String, String> metadata = Map.of(SETTINGS, config.toString());
    new SafetensorsFile(SavedStates.copy(classifier.states()), metadata).write(path);
  }
}
