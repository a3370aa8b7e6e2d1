package org.gan4j.nn.optim;

/** How the learning rate changes over a run: an immutable record that stands in a config. */
public interface Schedule {
  /**
   * Returns what the recipe's rate is multiplied by.
   *
   * @param update the number of the update, from 1
   * @return a factor, at least 0
   */
  double factor(long update);
}
