package org.gan4j.metrics.classifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.State;
import org.gan4j.core.random.Rng;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * The two networks of a classifier.
 *
 * @param features maps samples to feature vectors
 * @param head maps feature vectors to logits
 * @param sampleShape the shape of one sample
 * @param dimensions numbers in a feature vector
 * @param classes the number of logits
 */
record ClassifierNetwork(
    Layer features, Layer head, Shape sampleShape, int dimensions, int classes) {
  private static final String FEATURES = "features";
  private static final String HEAD = "classifier";

  /** Builds the networks with fresh parameters. */
  static ClassifierNetwork build(ClassifierConfig config, LabelledDataset data, Backend backend) {
    Shape vector = config.features().outputShape(data.sampleShape());
    Shape logits = config.head().outputShape(vector);
    if (!logits.equals(Shape.of(data.classes()))) {
      throw Expect.failure(
          "classifier",
          String.format(
              Locale.ROOT, "a network with one logit for each of %d classes", data.classes()),
          logits);
    }
    Rng rng = Rng.ofSeed(config.seed());
    return new ClassifierNetwork(
        config.features().build(data.sampleShape(), rng.child(FEATURES), backend),
        config.head().build(vector, rng.child(HEAD), backend),
        data.sampleShape(),
        vector.length(),
        data.classes());
  }

  /** {@return the logits of a training batch, [n, classes]} */
  Var logits(Var batch, Rng rng, long step) {
    Tape tape = batch.tape();
    Var vectors = features.forward(batch, Pass.train(tape, rng.child(FEATURES), "step", step));
    return head.forward(vectors, Pass.train(tape, rng.child(HEAD), "step", step));
  }

  List<Parameter> parameters() {
    return Stream.of(features, head).flatMap(part -> part.parameters().stream()).toList();
  }

  /** {@return all that a trained network consists of, by name} */
  Map<String, State> states() {
    Map<String, State> states = new LinkedHashMap<>();
    parameters().forEach(parameter -> states.put(parameter.name(), parameter.state()));
    states.putAll(features.buffers());
    states.putAll(head.buffers());
    return states;
  }
}
