package org.gan4j.losses;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds losses by name. */
public final class Losses {
  private Losses() {}

  /** {@return every loss on the class path, with its default constants} */
  public static List<GanLoss> all() {
    return ServiceLoader.load(GanLoss.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /**
   * Returns a loss with its default constants.
   *
   * @param name for example {@code non-saturating}
   * @return the loss
   * @throws IllegalArgumentException with the known names if there is none of this name
   */
  public static GanLoss named(String name) {
    return all().stream()
        .filter(loss -> loss.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "loss: expected one of "
                        + all().stream().map(GanLoss::name).collect(Collectors.joining(", "))
                        + ", got '"
                        + name
                        + "'"));
  }
}
