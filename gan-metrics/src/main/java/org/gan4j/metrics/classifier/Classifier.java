package org.gan4j.metrics.classifier;

import java.util.Locale;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/** A trained network that gives each sample a probability for each class. */
public final class Classifier {
  /** The most samples in one pass, to bound memory. */
  private static final int CHUNK = 1000;

  private final Layer network;
  private final Shape sampleShape;
  private final int classes;
  private final Backend backend;

  Classifier(Layer network, Shape sampleShape, int classes, Backend backend) {
    this.network = network;
    this.sampleShape = sampleShape;
    this.classes = classes;
    this.backend = backend;
  }

  /** {@return the number of classes} */
  public int classes() {
    return classes;
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
    int features = sampleShape.length();
    if (samples.length % features != 0) {
      throw Expect.failure(
          "classifier",
          String.format(Locale.ROOT, "samples of %d values each", features),
          samples.length + " values");
    }
    Expect.finiteRows(
        "classifier", "samples", samples, features, "fix what produced them, since no class fits");
    int n = samples.length / features;
    double[] probabilities = new double[n * classes];
    for (int done = 0; done < n; done += CHUNK) {
      int rows = Math.min(CHUNK, n - done);
      float[] part = new float[rows * features];
      System.arraycopy(samples, done * features, part, 0, part.length);
      double[] chunk = chunk(part, rows);
      System.arraycopy(chunk, 0, probabilities, done * classes, chunk.length);
    }
    return probabilities;
  }

  private double[] chunk(float[] samples, int rows) {
    try (Tape tape = Tape.on(backend)) {
      Var x = tape.constant(backend.tensor(sampleShape.batch(rows), backend.dtype(), samples));
      Var logits = network.forward(x, Pass.eval(tape));
      return logits
          .subtract(logits.logSumExpRows().repeatColumn(classes))
          .exp()
          .value()
          .toDoubles();
    }
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
    return Predictions.of(probabilities(samples), classes);
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
