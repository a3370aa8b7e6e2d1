package org.gan4j.core.backend;

import java.util.Map;

/**
 * A provider's answer to the question whether it can work here.
 *
 * @param usable whether {@link BackendProvider#open} will work
 * @param reason one sentence: what it would run on, or why it cannot
 * @param details further facts to show, such as library versions
 */
public record Probe(boolean usable, String reason, Map<String, String> details) {
  /**
   * Copies the details.
   *
   * @param usable whether {@link BackendProvider#open} will work
   * @param reason one sentence: what it would run on, or why it cannot
   * @param details further facts to show, such as library versions
   */
  public Probe {
    details = Map.copyOf(details);
  }

  /**
   * Returns a positive answer.
   *
   * @param reason what it runs on
   * @param details further facts
   * @return the probe
   */
  public static Probe usable(String reason, Map<String, String> details) {
    return new Probe(true, reason, details);
  }

  /**
   * Returns a negative answer.
   *
   * @param reason why it cannot work
   * @return the probe
   */
  public static Probe unusable(String reason) {
    return new Probe(false, reason, Map.of());
  }

  /**
   * Returns the line of an error to put into a reason. A class that could not be loaded once says
   * from then on only that it could not; why stands in what was thrown first.
   *
   * @param thrown what was caught, however often it was wrapped
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
