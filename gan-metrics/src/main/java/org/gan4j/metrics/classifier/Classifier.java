package org.gan4j.metrics.classifier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.data.LabelledDataset;
import org.gan4j.metrics.FeatureExtractor;
import org.gan4j.metrics.FrechetDistance;
import org.gan4j.nn.Pass;

/**
 * A trained network that gives each sample a probability for each class. The features behind its
 * logits are those that distances such as {@link FrechetDistance} are measured in.
 */
public final class Classifier implements FeatureExtractor {
  /** The most samples in one pass, to bound memory. */
  private static final int CHUNK = 1000;

  private final ClassifierNetwork network;
  private final Backend backend;

  Classifier(ClassifierNetwork network, Backend backend) {
    this.network = network;
    this.backend = backend;
  }

  /** {@return the trained numbers by name} */
  Map<String, State> states() {
    return network.states();
  }

  /** {@return the number of classes} */
  public int classes() {
    return network.classes();
  }

  /**
   * Returns the softmax of the network's logits, in evaluation mode.
   *
   * @shape [n, …sample] to [n, classes], both row-major
   * @param samples the samples, one after another
   * @return the probability of each class for each sample
   * @throws IllegalArgumentException if the last sample is incomplete, or one is not finite
   */
  public double[] probabilities(float[] samples) {
    return inChunks(samples, network.classes(), this::probabilities);
  }

  private Var probabilities(Var samples, Pass pass) {
    Var logits = network.head().forward(network.features().forward(samples, pass), pass);
    return logits.subtract(logits.logSumExpRows().repeatColumn(network.classes())).exp();
  }

  @Override
  public int dimensions() {
    return network.dimensions();
  }

  /**
   * Returns the feature vectors from which the logits are computed, in evaluation mode.
   *
   * @shape [n, …sample] to [n, d], both row-major
   * @param samples the samples, one after another
   * @return the features of each
   * @throws IllegalArgumentException if the last sample is incomplete, or one is not finite
   */
  @Override
  public float[] features(float[] samples) {
    double[] features =
        inChunks(samples, network.dimensions(), (x, pass) -> network.features().forward(x, pass));
    float[] single = new float[features.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) features[i];
    }
    return single;
  }

  /** Applies a network to all samples and returns its rows, each of {@code width} numbers. */
  private double[] inChunks(float[] samples, int width, BiFunction<Var, Pass, Var> apply) {
    int values = network.sampleShape().length();
    if (samples.length % values != 0) {
      throw Expect.failure(
          "classifier",
          String.format(Locale.ROOT, "samples of %d values each", values),
          samples.length + " values");
    }
    Expect.finiteRows(
        "classifier", "samples", samples, values, "fix what produced them, since no class fits");
    int n = samples.length / values;
    double[] all = new double[n * width];
    for (int done = 0; done < n; done += CHUNK) {
      int rows = Math.min(CHUNK, n - done);
      float[] part = Arrays.copyOfRange(samples, done * values, (done + rows) * values);
      try (Tape tape = Tape.on(backend)) {
        Shape shape = network.sampleShape().batch(rows);
        Var x = tape.constant(backend.tensor(shape, backend.dtype(), part));
        double[] chunk = apply.apply(x, Pass.eval(tape)).value().toDoubles();
        System.arraycopy(chunk, 0, all, done * width, chunk.length);
      }
    }
    return all;
  }

  /**
   * Returns the fraction of samples whose most likely class is their label.
   *
   * @param data labelled samples that were not used in training
   * @return the accuracy, in [0, 1]
   * @throws IllegalArgumentException if a sample is not finite
   */
  public double accuracy(LabelledDataset data) {
    Predictions predictions = predict(samples(data));
    int right = 0;
    for (int i = 0; i < data.size(); i++) {
      if (predictions.label(i) == data.label(i)) {
        right++;
      }
    }
    return (double) right / data.size();
  }

  /**
   * Classifies samples.
   *
   * @shape samples [n, …sample], row-major
   * @param samples the samples, one after another
   * @return the most likely class of each, with its probability
   * @throws IllegalArgumentException if the last sample is incomplete, or one is not finite
   */
  public Predictions predict(float[] samples) {
    return Predictions.of(probabilities(samples), network.classes());
  }

  /**
   * Copies all samples of a data set.
   *
   * @shape result [size, …sample], row-major
   * @param data the samples
   * @return the samples, one after another
   */
  public static float[] samples(LabelledDataset data) {
    int features = data.sampleShape().length();
    float[] all = new float[Math.multiplyExact(data.size(), features)];
    for (int i = 0; i < data.size(); i++) {
      data.copy(i, all, i * features);
    }
    return all;
  }
}
