package com.example;

import java.util.Objects;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.data.Distribution;
import org.gan4j.data.spec.DataSpec;

/**
 * A fixed number of points, drawn once and visited in epochs; {@code points} draws new ones in every
 * step.
 *
 * @param distribution the distribution of the points
 * @param samples the number of points, at least 1
 * @param seed the seed of the points
 */
public record FiniteSample(Distribution distribution, int samples, long seed) implements DataSpec {
  /** Checks the settings. */
  public FiniteSample {
    Objects.requireNonNull(distribution, "finite sample: expected a distribution, got null");
    if (samples < 1) {
      throw new IllegalArgumentException(
          "finite sample: expected at least 1 sample, got " + samples);
    }
  }

  @Override
  public BatchSource open(RngStream order) {
    return new Batches(
        distribution.toDataset(samples, Rng.ofSeed(seed).stream("finite-sample")), order);
  }
}
