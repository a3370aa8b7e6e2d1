package org.gan4j.theory;

import org.gan4j.core.random.Rng;

/**
 * Under which a row is checked.
 *
 * @param seed the root of all draws
 * @param full whether to put in all the work (more seeds, longer runs), else a few minutes' worth
 * @param threads how many rows are checked side by side; each computes on one thread, so that no
 *     number depends on this one
 * @param progress whom a row tells how far it is
 */
public record Setting(long seed, boolean full, int threads, Progress progress) {
  /**
   * Checks the threads.
   *
   * @param seed any number
   * @param full whether to put in all the work
   * @param threads at least 1
   * @param progress whom to tell
   * @throws IllegalArgumentException if there is no thread
   */
  public Setting {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Setting.threads: expected at least 1, got " + threads + "; say how many rows at a time");
    }
  }

  /** Is told how far a row is, on the row's own thread. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Takes note.
     *
     * @param fraction how much of the row's work is done, 0 to 1
     * @param what what goes on, in a few words
     */
    void reached(double fraction, String what);
  }

  /**
   * Returns a setting for one row on this thread that tells nobody.
   *
   * @param seed the root of all draws
   * @return the setting with a few minutes' worth of work
   */
  public static Setting quick(long seed) {
    return new Setting(seed, false, 1, (fraction, what) -> {});
  }

  /**
   * Returns this setting with another listener.
   *
   * @param listener whom to tell
   * @return a copy
   */
  public Setting withProgress(Progress listener) {
    return new Setting(seed, full, threads, listener);
  }

  /**
   * Returns the randomness of one row.
   *
   * @param id the row
   * @return streams that no other row shares
   */
  public Rng rng(String id) {
    return Rng.ofSeed(seed).child("theorem/" + id);
  }

  /**
   * Chooses by how much work there is to be.
   *
   * @param quick for a few minutes' worth
   * @param all for all of it
   * @return one of the two
   */
  public int choose(int quick, int all) {
    return full ? all : quick;
  }

  /**
   * Tells how far the row is.
   *
   * @param fraction how much of the row's work is done, 0 to 1
   * @param what what goes on, in a few words
   */
  public void reached(double fraction, String what) {
    progress.reached(fraction, what);
  }
}
