package org.gan4j.metrics.classifier;

import java.util.function.BiConsumer;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.optim.Updater;

/**
 * Minimises the mean cross-entropy, log Σⱼ exp ℓⱼ − ℓ of the label, in nats, over epochs that each
 * visit every sample once. Belongs to the backend's thread.
 */
public final class ClassifierTrainer {
  private final ClassifierConfig config;
  private final LabelledDataset data;
  private final Backend backend;
  private final Rng rng;
  private final ClassifierNetwork network;
  private final Updater updater;
  private long updates;

  /**
   * Builds the network with fresh parameters.
   *
   * @param config the training
   * @param data labelled samples
   * @param backend where to compute
   * @throws IllegalArgumentException if the network does not return one logit per class
   */
  public ClassifierTrainer(ClassifierConfig config, LabelledDataset data, Backend backend) {
    this.config = config;
    this.data = data;
    this.backend = backend;
    this.rng = Rng.ofSeed(config.seed());
    network = ClassifierNetwork.build(config, data, backend);
    updater = Updater.of(config.optimizer(), network.parameters(), backend, steps());
  }

  /** {@return the number of updates in the whole training} */
  public long steps() {
    return (long) config.epochs() * ((data.size() + config.batch() - 1) / config.batch());
  }

  /**
   * Trains for all epochs.
   *
   * @param listener called after each update with the number of updates so far and the batch's
   *     cross-entropy
   * @return the classifier
   * @throws IllegalArgumentException if a sample is not finite
   */
  public Classifier train(BiConsumer<Long, Double> listener) {
    for (int epoch = 0; epoch < config.epochs(); epoch++) {
      int[] order = rng.stream("order").permutation(data.size(), epoch);
      for (int from = 0; from < order.length; from += config.batch()) {
        double loss = step(order, from, Math.min(from + config.batch(), order.length));
        listener.accept(updates, loss);
      }
    }
    return new Classifier(network, backend);
  }

  private double step(int[] order, int from, int to) {
    try (Tape tape = Tape.on(backend)) {
      Var logits = network.logits(batch(tape, order, from, to), rng, updates);
      Var loss =
          logits.logSumExpRows().subtract(logits.rowDots(labels(tape, order, from, to))).mean();
      double value = loss.item();
      updater.update(tape.backward(loss), updates + 1);
      updates++;
      return value;
    }
  }

  private Var batch(Tape tape, int[] order, int from, int to) {
    int features = data.sampleShape().length();
    float[] values = new float[(to - from) * features];
    for (int i = from; i < to; i++) {
      data.copy(order[i], values, (i - from) * features);
    }
    Expect.finiteRows("classifier", "samples in a batch", values, features, "check the data set");
    Shape shape = data.sampleShape().batch(to - from);
    return tape.constant(backend.tensor(shape, backend.dtype(), values));
  }

  /** One-hot labels, a row per sample. */
  private Var labels(Tape tape, int[] order, int from, int to) {
    float[] values = new float[(to - from) * data.classes()];
    for (int i = from; i < to; i++) {
      values[(i - from) * data.classes() + data.label(order[i])] = 1;
    }
    Shape shape = Shape.of(to - from, data.classes());
    return tape.constant(backend.tensor(shape, backend.dtype(), values));
  }
}
