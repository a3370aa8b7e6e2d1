package org.gan4j.losses;

import java.util.List;

/** Finds losses by name. */
public final class Losses {
  private Losses() {}

  /** {@return every loss on the class path, with its default constants} */
  public static List<GanLoss> all() {
    return Names.all(GanLoss.class);
  }

  /**
   * Returns a loss with its default constants.
   *
   * @param name for example {@code non-saturating}
   * @return the loss
   * @throws IllegalArgumentException with the known names if there is none of this name
   */
  public static GanLoss named(String name) {
    return Names.find("loss", name, all(), GanLoss::name);
  }
}
