package org.gan4j.train;

import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.autograd.Var;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.RngStream;
import org.gan4j.nn.Layer;
import org.gan4j.nn.Pass;

/**
 * Draws samples from a generator in evaluation mode. Sample i depends on the stream and on i alone,
 * so that the first of many samples are those of few.
 *
 * @param config the run that the generator belongs to
 * @param generator the network
 * @param backend where it lives
 */
public record Sampler(GanConfig config, Layer generator, Backend backend) {
  /** Samples in one pass, to bound memory. */
  private static final int CHUNK = 1024;

  /**
   * Draws samples.
   *
   * @shape result [n, …sample], row-major
   * @param n how many
   * @param stream decides the latent draws
   * @return the samples
   * @throws IllegalArgumentException if n is below 1
   */
  public float[] sample(int n, RngStream stream) {
    if (n < 1) {
      throw new IllegalArgumentException("sample: expected at least 1 sample, got " + n);
    }
    RandomGenerator draws = stream.at(0);
    int features = features();
    float[] samples = new float[Math.multiplyExact(n, features)];
    for (int done = 0; done < n; done += CHUNK) {
      float[] part = chunk(Math.min(CHUNK, n - done), draws);
      System.arraycopy(part, 0, samples, done * features, part.length);
    }
    return samples;
  }

  private int features() {
    return (int)
        config.game().generator().network().outputShape(Shape.of(config.game().latent())).size();
  }

  private float[] chunk(int rows, RandomGenerator draws) {
    float[] latent = new float[rows * config.game().latent()];
    for (int i = 0; i < latent.length; i++) {
      latent[i] = (float) draws.nextGaussian();
    }
    try (Tape tape = Tape.on(backend)) {
      Var z =
          tape.constant(
              backend.tensor(
                  Shape.of(rows, config.game().latent()), config.compute().dtype(), latent));
      return generator.forward(z, Pass.eval(tape)).value().toFloats();
    }
  }
}
