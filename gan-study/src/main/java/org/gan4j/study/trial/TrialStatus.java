package org.gan4j.study.trial;

import java.util.Locale;

/** How far a trial is. */
public enum TrialStatus {
  /** It has not been trained to the end. */
  OPEN,
  /** It has been trained to the end and measured. */
  DONE,
  /** Training produced a number that is not finite. */
  DIVERGED,
  /** It could not be trained or measured. */
  FAILED,
  /** The stopping rule ended it. */
  STOPPED;

  /** {@return the name in tables} */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
