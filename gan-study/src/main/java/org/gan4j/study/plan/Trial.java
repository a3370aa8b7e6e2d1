package org.gan4j.study.plan;

import org.gan4j.train.GanConfig;

/**
 * One run of a study.
 *
 * @param name the name, also of its folder, which depends only on its setting and its seed
 * @param combination its setting
 * @param config its config, with the seed
 * @param trials what it does
 */
public record Trial(String name, Combination combination, GanConfig config, Trials trials) {
  /** {@return the seed} */
  public long seed() {
    return config.seed();
  }

  /** {@return the number of steps of the whole trial} */
  public long steps() {
    return config.training().steps();
  }

  /** {@return the trial in words, such as {@code loss hinge, seed 2}} */
  public String words() {
    String setting = combination.factors().isEmpty() ? "" : combination.words() + ", ";
    return setting + "seed " + seed();
  }
}
