package org.gan4j.data.spec;

import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Distribution;
import org.gan4j.data.FreshSamples;

/**
 * Fresh samples of a distribution in every step.
 *
 * @param distribution the distribution that the generator is to learn
 */
public record Points(Distribution distribution) implements DataSpec {
  @Override
  public BatchSource open(RngStream order) {
    return new FreshSamples(distribution, order);
  }
}
