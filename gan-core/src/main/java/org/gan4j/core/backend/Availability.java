package org.gan4j.core.backend;

import java.util.Map;

/**
 * A provider's answer to the question whether it can work here.
 *
 * @param usable whether {@link BackendProvider#open} will work
 * @param reason one sentence: what it would run on, or why it cannot
 * @param details further facts to show, such as library versions
 */
public record Availability(boolean usable, String reason, Map<String, String> details) {
  /**
   * Copies the details.
   *
   * @param usable whether {@link BackendProvider#open} will work
   * @param reason one sentence: what it would run on, or why it cannot
   * @param details further facts to show, such as library versions
   */
  public Availability {
    details = Map.copyOf(details);
  }

  /**
   * Returns a positive answer.
   *
   * @param reason what it runs on
   * @param details further facts
   * @return the answer
   */
  public static Availability usable(String reason, Map<String, String> details) {
    return new Availability(true, reason, details);
  }

  /**
   * Returns a negative answer.
   *
   * @param reason why it cannot work
   * @return the answer
   */
  public static Availability unusable(String reason) {
    return new Availability(false, reason, Map.of());
  }

  /**
   * Returns the line of an error that belongs in a reason. After a class has failed to load, later
   * errors only say that it did; the innermost cause says why.
   *
   * @param thrown what was caught, with any number of causes
   * @return the first line of the innermost cause
   */
  public static String cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().lines().findFirst().orElse("");
  }
}
