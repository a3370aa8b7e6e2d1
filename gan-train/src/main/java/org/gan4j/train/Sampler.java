package org.gan4j.train;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.RngStream;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * Draws samples from a generator in evaluation mode. Sample i depends only on the stream and on i,
 * so a larger number of samples starts with the same ones.
 *
 * @param config the run that the generator belongs to
 * @param generator the network
 * @param backend the backend of its parameters
 */
public record Sampler(GanConfig config, Layer generator, Backend backend) {
  /** Samples per pass, to bound memory. */
  private static final int CHUNK = 1024;

  /**
   * Draws samples; those of a conditional generator have the labels 0, 1, … in turn.
   *
   * @shape result [n, …sample], row-major
   * @param n the number of samples, at least 1
   * @param stream the source of the latent draws
   * @return the samples
   * @throws IllegalArgumentException if n is below 1
   */
  public float[] sample(int n, RngStream stream) {
    Expect.count("sample", "sample", n, 1);
    int classes = Math.max(1, classes());
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % classes;
    }
    return draw(labels, stream);
  }

  /**
   * Draws one sample for each label from a conditional generator. The latent draws are those of
   * {@link #sample(int, RngStream)}.
   *
   * @shape result [n, …sample], row-major
   * @param labels the label of each sample, from 0 to the number of classes − 1; at least one
   * @param stream the source of the latent draws
   * @return the samples
   * @throws IllegalArgumentException if the generator takes no labels, or there is no such label
   */
  public float[] sample(int[] labels, RngStream stream) {
    Expect.count("sample", "label", labels.length, 1);
    Expect.that(
        classes() > 0, "sample", "a generator that takes labels", "one without, so leave them out");
    for (int label : labels) {
      Expect.that(
          label >= 0 && label < classes(), "sample", "a label from 0 to " + (classes() - 1), label);
    }
    return draw(labels, stream);
  }

  private int classes() {
    return config.game().generator().network().classes();
  }

  private float[] draw(int[] labels, RngStream stream) {
    RandomGenerator draws = stream.at(0);
    int n = labels.length;
    int features = features();
    float[] samples = new float[Shape.of(n, features).length()];
    for (int done = 0; done < n; done += CHUNK) {
      float[] part = chunk(Arrays.copyOfRange(labels, done, Math.min(done + CHUNK, n)), draws);
      System.arraycopy(part, 0, samples, done * features, part.length);
    }
    return samples;
  }

  private int features() {
    return (int)
        config.game().generator().network().outputShape(Shape.of(config.game().latent())).size();
  }

  private float[] chunk(int[] labels, RandomGenerator draws) {
    int rows = labels.length;
    float[] latent = new float[rows * config.game().latent()];
    for (int i = 0; i < latent.length; i++) {
      latent[i] = (float) draws.nextGaussian();
    }
    try (Tape tape = Tape.on(backend)) {
      Var z =
          tape.constant(
              backend.tensor(
                  Shape.of(rows, config.game().latent()), config.compute().dtype(), latent));
      Pass pass = Pass.eval(tape);
      return generator
          .forward(z, classes() == 0 ? pass : pass.labelled(Labels.oneHot(tape, labels, classes())))
          .value()
          .toFloats();
    }
  }
}
