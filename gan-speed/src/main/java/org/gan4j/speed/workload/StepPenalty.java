package org.gan4j.speed.workload;

import java.util.List;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.WganGp;

/** The penalty of a step, whose gradient is of second order. */
@SuppressWarnings("ImmutableEnumChecker") // recipes are immutable records
public enum StepPenalty {
  /** No penalty. */
  NONE("", List.of()),
  /** R1 in every step, with γ = 1. */
  R1("-r1", List.of(new R1(1))),
  /** WGAN-GP in every step, with λ = 10. */
  WGAN_GP("-wgan-gp", List.of(new WganGp()));

  private final String suffix;
  private final List<CriticPenalty> penalties;

  StepPenalty(String suffix, List<CriticPenalty> penalties) {
    this.suffix = suffix;
    this.penalties = penalties;
  }

  /** {@return what it adds to the name of a step} */
  String suffix() {
    return suffix;
  }

  List<CriticPenalty> penalties() {
    return penalties;
  }
}
