package org.gan4j.metrics.classifier;

import static org.gan4j.core.backend.Activation.IDENTITY;
import static org.gan4j.core.backend.Activation.RELU;

import org.gan4j.core.Expect;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Dropout;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Cosine;
import org.gan4j.nn.optim.Optimizer;

/**
 * The settings of a classifier's training, which is a pure function of them and the data set.
 *
 * @param seed the root of all random draws
 * @param network maps samples to one logit per class
 * @param optimizer minimises the cross-entropy
 * @param batch samples per step
 * @param epochs passes over the data set
 */
public record ClassifierConfig(
    long seed, LayerSpec network, Optimizer optimizer, int batch, int epochs) {
  private static final int BATCH = 128;
  private static final int EPOCHS = 8;

  /**
   * Checks the ranges.
   *
   * @param seed the root of all random draws
   * @param network maps samples to one logit per class
   * @param optimizer minimises the cross-entropy
   * @param batch samples per step
   * @param epochs passes over the data set
   */
  public ClassifierConfig {
    Expect.nonNull("classifier", "a network", network);
    Expect.nonNull("classifier", "an optimizer", optimizer);
    Expect.count("classifier", "sample in a batch", batch, 1);
    Expect.count("classifier", "epoch", epochs, 1);
  }

  /**
   * Returns settings that work well for pictures of 28 × 28: two layers of 512 and 256 rectified
   * units with dropout, Adam at a rate of 1e-3 with cosine decay, 8 epochs in batches of 128.
   *
   * @param data the data set to learn
   * @return the config, with seed 1
   */
  public static ClassifierConfig of(LabelledDataset data) {
    LayerSpec network =
        Sequential.of(
            new Dense(512, RELU),
            new Dropout(0.2),
            new Dense(256, RELU),
            new Dropout(0.2),
            new Dense(data.classes(), IDENTITY));
    Optimizer adam = new Adam(1e-3, 0.9, 0.999, 1e-8, new Cosine(0.01));
    return new ClassifierConfig(1, network, adam, BATCH, EPOCHS);
  }
}
