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
  private final String path;

  private Rng(long seed, String path) {
    this.seed = seed;
    this.path = path;
  }

  /**
   * Returns the randomness of one seed; every seed is valid, 0 included.
   *
   * @param seed the run's seed
   * @return the root of its streams
   */
  public static Rng ofSeed(long seed) {
    return new Rng(seed, "");
  }

  /** {@return the seed} */
  public long seed() {
    return seed;
  }

  /** {@return the path that the names of its streams begin with; empty at the root} */
  public String path() {
    return path;
  }

  /**
   * Returns the randomness of a part, such as a layer of a network.
   *
   * @param name the part
   * @return an Rng whose path is this path, a slash, and the name
   */
  public Rng child(String name) {
    return new Rng(seed, join(name));
  }

  /**
   * Returns the stream of this name.
   *
   * @param name for example {@code latent}; with the path, the full name may be {@code
   *     d/drop1#real}
   * @return the stream; equal full names give equal streams
   */
  public RngStream stream(String name) {
    return named(join(name));
  }

  /**
   * Returns the stream of one use of this part.
   *
   * @param site which use, such as {@code real}
   * @return the stream named path#site
   */
  public RngStream site(String site) {
    return named(path + "#" + site);
  }

  private RngStream named(String full) {
    return new RngStream(full, mix(mix(seed + GOLDEN_RATIO) ^ hash(full)));
  }

  private String join(String name) {
    return path.isEmpty() ? name : path + "/" + name;
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

  /**
   * Stafford's variant 13 of the 64-bit finaliser: a bijection in which every output bit depends on
   * every input bit.
   */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
