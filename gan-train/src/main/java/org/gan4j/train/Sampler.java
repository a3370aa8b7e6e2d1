package org.gan4j.train;

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
   * Draws samples.
   *
   * @shape result [n, …sample], row-major
   * @param n the number of samples, at least 1
   * @param stream the source of the latent draws
   * @return the samples
   * @throws IllegalArgumentException if n is below 1
   */
  public float[] sample(int n, RngStream stream) {
    Expect.count("sample", "sample", n, 1);
    RandomGenerator draws = stream.at(0);
    int features = features();
    float[] samples = new float[Shape.of(n, features).length()];
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
