package org.gan4j.metrics.classifier;

import static org.gan4j.core.backend.Activation.IDENTITY;
import static org.gan4j.core.backend.Activation.RELU;

import org.gan4j.core.Expect;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.Activate;
import org.gan4j.nn.Conv2d;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.Flatten;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Reshape;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Optimizer;

/**
 * The settings of a classifier's training, which is a pure function of them and the data set.
 *
 * @param seed the root of all random draws
 * @param features maps a sample to its feature vector, [d]; without layers, the sample itself
 * @param head maps a feature vector to one logit per class
 * @param optimizer minimises the cross-entropy
 * @param batch samples per step
 * @param epochs passes over the data set
 */
public record ClassifierConfig(
    long seed, LayerSpec features, LayerSpec head, Optimizer optimizer, int batch, int epochs) {
  /** The name and version of {@link #convolutional}'s settings. */
  public static final String CONVOLUTIONAL = "conv-1";

  private static final int BATCH = 128;
  private static final int CONVOLUTIONAL_EPOCHS = 8;
  private static final int DENSE_EPOCHS = 8;

  /**
   * Checks the ranges.
   *
   * @param seed the root of all random draws
   * @param features maps a sample to its feature vector, [d]; without layers, the sample itself
   * @param head maps a feature vector to one logit per class
   * @param optimizer minimises the cross-entropy
   * @param batch samples per step
   * @param epochs passes over the data set
   */
  public ClassifierConfig {
    Expect.nonNull("classifier", "a network for the features", features);
    Expect.nonNull("classifier", "a network for the logits", head);
    Expect.nonNull("classifier", "an optimizer", optimizer);
    Expect.count("classifier", "sample in a batch", batch, 1);
    Expect.count("classifier", "epoch", epochs, 1);
  }

  /**
   * Returns the settings of the convolutional classifier that images are scored with: two
   * convolutions of stride 2, then 64 linear features; Adam at a rate of 1e-3 with cosine decay, 8
   * epochs in batches of 128. The name stands for these settings: if one changes, so must the name.
   *
   * @param data images to learn, such as those of MNIST
   * @return the config, with seed 1
   * @throws IllegalArgumentException if the samples are no images
   */
  public static ClassifierConfig convolutional(LabelledDataset data) {
    ImageGeometry image =
        data.image()
            .orElseThrow(
                () -> Expect.failure("classifier", "images", "samples without a geometry"));
    LayerSpec features =
        Sequential.of(
            new Reshape(image.height(), image.width(), image.channels()),
            new Conv2d(32, 5, 2, 2, RELU),
            new Conv2d(64, 4, 2, 1, RELU),
            new Flatten(),
            new Dropout(0.3),
            new Dense(64, IDENTITY));
    LayerSpec head = Sequential.of(new Activate(RELU), new Dense(data.classes(), IDENTITY));
    return new ClassifierConfig(1, features, head, adam(), BATCH, CONVOLUTIONAL_EPOCHS);
  }

  /**
   * Returns the settings of a small classifier that is trained in seconds: two layers of 512 and
   * 256 rectified units with dropout, Adam at a rate of 1e-3 with cosine decay, 8 epochs in batches
   * of 128. Its features are the samples themselves.
   *
   * @param data the data set to learn
   * @return the config, with seed 1
   */
  public static ClassifierConfig dense(LabelledDataset data) {
    LayerSpec head =
        Sequential.of(
            new Dense(512, RELU),
            new Dropout(0.2),
            new Dense(256, RELU),
            new Dropout(0.2),
            new Dense(data.classes(), IDENTITY));
    return new ClassifierConfig(1, Sequential.of(), head, adam(), BATCH, DENSE_EPOCHS);
  }

  private static Optimizer adam() {
    return new Adam(1e-3, 0.9, 0.999, 1e-8, new Cosine(0.01));
  }
}
