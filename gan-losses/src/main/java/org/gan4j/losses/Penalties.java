package org.gan4j.losses;

import java.util.List;

/** Finds critic penalties by name. */
public final class Penalties {
  private Penalties() {}

  /** {@return every penalty on the class path, with its default constants} */
  public static List<CriticPenalty> all() {
    return Names.all(CriticPenalty.class);
  }

  /**
   * Returns a penalty with its default constants.
   *
   * @param name for example {@code wgan-gp}
   * @return the penalty
   * @throws IllegalArgumentException with the known names if there is none of this name
   */
  public static CriticPenalty named(String name) {
    return Names.find("penalty", name, all(), CriticPenalty::name);
  }
}
