package org.gan4j.data;

import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;

/** Batches of fresh draws from a distribution, so that no sample is used twice. */
public final class FreshSamples implements BatchSource {
  private final Distribution distribution;
  private final RngStream stream;

  /**
   * Draws from a distribution.
   *
   * @param distribution where samples come from
   * @param stream the source of randomness; its step s gives the batch of step s
   */
  public FreshSamples(Distribution distribution, RngStream stream) {
    this.distribution = distribution;
    this.stream = stream;
  }

  @Override
  public Shape sampleShape() {
    return distribution.sampleShape();
  }

  /**
   * {@inheritDoc}
   *
   * <p>At the same step, a smaller batch is the beginning of a larger one. Values are rounded from
   * double to float.
   */
  @Override
  public void batch(long step, float[] destination) {
    BatchShapes.rows("FreshSamples.batch", step, sampleShape(), destination);
    RandomGenerator draws = stream.at(step);
    double[] sample = new double[sampleShape().length()];
    for (int offset = 0; offset < destination.length; offset += sample.length) {
      distribution.sample(draws, sample);
      for (int i = 0; i < sample.length; i++) {
        destination[offset + i] = (float) sample[i];
      }
    }
  }
}
