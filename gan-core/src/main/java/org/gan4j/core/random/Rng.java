package org.gan4j.core.random;

/**
 * The root of all randomness of a run: {@code Rng.ofSeed(42).stream("latent").at(step)}.
 *
 * <p>A draw is a pure function of (seed, stream name, step). No generator state exists between
 * steps, so a run can resume anywhere, and a new stream changes no other draw. Instances are
 * immutable and safe for any thread.
 */
public final class Rng {
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private final long seed;

  private Rng(long seed) {
    this.seed = seed;
  }

  /**
   * Returns the randomness of one seed; every seed is valid, 0 included.
   *
   * @param seed the run's seed
   * @return the root of its streams
   */
  public static Rng ofSeed(long seed) {
    return new Rng(seed);
  }

  /** {@return the seed} */
  public long seed() {
    return seed;
  }

  /**
   * Returns the stream of this name.
   *
   * @param name a path such as {@code latent} or {@code d/drop1#real}
   * @return the stream, equal for equal names
   */
  public RngStream stream(String name) {
    return new RngStream(name, mix(mix(seed + GOLDEN_RATIO) ^ hash(name)));
  }

  /** FNV-1a over the UTF-16 code units, low byte first. */
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      hash = (hash ^ (unit & 0xff)) * 0x100000001b3L;
      hash = (hash ^ (unit >>> 8)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Stafford's variant 13 of the 64-bit finaliser: a bijection whose output bits all depend. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
