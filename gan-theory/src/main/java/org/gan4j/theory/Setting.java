package org.gan4j.theory;

import org.gan4j.core.Expect;
import org.gan4j.core.random.Rng;

/**
 * The conditions under which a row is checked.
 *
 * @param seed the root of all draws
 * @param full whether to use more seeds and longer runs instead of a few minutes of work
 * @param threads the number of rows to check in parallel; each computes on one thread, so the
 *     numbers do not depend on it
 * @param progress receives the progress of a row
 */
public record Setting(long seed, boolean full, int threads, Progress progress) {
  /**
   * Checks the number of threads.
   *
   * @param seed any number
   * @param full whether to use more seeds and longer runs
   * @param threads at least 1
   * @param progress receives the progress of a row
   * @throws IllegalArgumentException if there is no thread
   */
  public Setting {
    Expect.count("Setting.threads", "thread", threads, 1);
  }

  /** Receives the progress of a row, on the row's own thread. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called while a row works.
     *
     * @param fraction the fraction of the row's work that is done, 0 to 1
     * @param what the current work, in a few words
     */
    void reached(double fraction, String what);
  }

  /**
   * Returns a setting for one row on this thread, without a progress listener.
   *
   * @param seed the root of all draws
   * @return the setting for a few minutes of work
   */
  public static Setting quick(long seed) {
    return new Setting(seed, false, 1, (fraction, what) -> {});
  }

  /**
   * Returns this setting with another listener.
   *
   * @param listener receives the progress of a row
   * @return a copy
   */
  public Setting withProgress(Progress listener) {
    return new Setting(seed, full, threads, listener);
  }

  /**
   * Returns the randomness of one row.
   *
   * @param id the row
   * @return random streams that no other row uses
   */
  public Rng rng(String id) {
    return Rng.ofSeed(seed).child("theorem/" + id);
  }

  /**
   * Chooses a value by the amount of work.
   *
   * @param quick the value for a few minutes of work
   * @param all the value for a full run
   * @return one of the two
   */
  public int choose(int quick, int all) {
    return full ? all : quick;
  }

  /**
   * Reports the progress of the row.
   *
   * @param fraction the fraction of the row's work that is done, 0 to 1
   * @param what the current work, in a few words
   */
  public void reached(double fraction, String what) {
    progress.reached(fraction, what);
  }
}
