package org.gan4j.losses.divergence;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/** The JDK's randomness for the samplers of commons-math3. */
final class RandomBridge extends AbstractRandomGenerator {
  private final RandomGenerator draws;

  RandomBridge(RandomGenerator draws) {
    this.draws = draws;
  }

  @Override
  public void setSeed(long seed) {
    throw new UnsupportedOperationException("seed: belongs to the generator that is bridged");
  }

  @Override
  public double nextDouble() {
    return draws.nextDouble();
  }
}
