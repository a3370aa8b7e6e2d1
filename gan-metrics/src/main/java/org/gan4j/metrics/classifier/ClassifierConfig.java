package org.gan4j.metrics.classifier;

import static org.gan4j.core.backend.Activation.IDENTITY;
import static org.gan4j.core.backend.Activation.RELU;

import java.util.Objects;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Optimizer;

/**
 * Everything that decides a classifier's training; with the data set it is a pure function of this.
 *
 * @param seed the root of all draws
 * @param network maps samples to one logit a class
 * @param optimizer minimises the cross-entropy
 * @param batch samples in a step
 * @param epochs passes over the data set
 */
public record ClassifierConfig(
    long seed, LayerSpec network, Optimizer optimizer, int batch, int epochs) {
  private static final int BATCH = 128;
  private static final int EPOCHS = 8;

  /**
   * Checks the ranges.
   *
   * @param seed the root of all draws
   * @param network maps samples to one logit a class
   * @param optimizer minimises the cross-entropy
   * @param batch samples in a step
   * @param epochs passes over the data set
   */
  public ClassifierConfig {
    Objects.requireNonNull(network, "classifier: expected a network, got null");
    Objects.requireNonNull(optimizer, "classifier: expected an optimizer, got null");
    if (batch < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "classifier: expected batch and epochs of at least 1, got " + batch + " and " + epochs);
    }
  }

  /**
   * Returns what serves 28 by 28 pictures well: 512 and 256 rectified units with dropout, Adam at
   * 1e-3 with a cosine decay, 8 epochs in batches of 128.
   *
   * @param data what it is to learn
   * @return the config, seed 1
   */
  public static ClassifierConfig of(LabelledDataset data) {
    long updates = (long) EPOCHS * ((data.size() + BATCH - 1) / BATCH);
    LayerSpec network =
        Sequential.of(
            new Dense(512, RELU),
            new Dropout(0.2),
            new Dense(256, RELU),
            new Dropout(0.2),
            new Dense(data.classes(), IDENTITY));
    Optimizer adam = new Adam(1e-3, 0.9, 0.999, 1e-8, new Cosine(updates, 0.01));
    return new ClassifierConfig(1, network, adam, BATCH, EPOCHS);
  }
}
