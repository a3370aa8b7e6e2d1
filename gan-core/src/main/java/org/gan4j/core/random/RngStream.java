package org.gan4j.core.random;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One named stream of draws, addressed by step. Immutable. */
public final class RngStream {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long SILVER_RATIO = 0x6a09e667f3bcc909L;

  private final String name;
  private final long key;

  RngStream(String name, long key) {
    this.name = name;
    this.key = key;
  }

  /** {@return the stream's name} */
  public String name() {
    return name;
  }

  /**
   * Returns a fresh generator for one step; two calls with one step give equal draws.
   *
   * @param step any number; by convention the number of updates so far
   * @return a generator (L64X128MixRandom) for one thread
   */
  public RandomGenerator at(long step) {
    return FACTORY.create(Rng.mix(key + step * SILVER_RATIO));
  }

  /**
   * Returns a uniformly random permutation of 0 … n − 1 (Fisher and Yates).
   *
   * @param n how many
   * @param step the step that the permutation belongs to
   * @return the permutation
   */
  public int[] permutation(int n, long step) {
    RandomGenerator draws = at(step);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = draws.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
