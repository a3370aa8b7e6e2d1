package org.gan4j.cli;

import java.util.Locale;
import java.util.Optional;
import org.gan4j.losses.divergence.Divergences;
import org.gan4j.losses.divergence.Estimate;

/** The result of {@link DivergenceCommand} as a table. */
final class DivergenceTable {
  /** What stands for a finite number that no double can hold. */
  static final String TOO_GREAT = "> " + Double.MAX_VALUE;

  static final String WHY_TOO_GREAT = "finite, but above the greatest double";

  private DivergenceTable() {}

  static String text(Divergences found) {
    return "%-16s %20s %10s %12s%n".formatted("", "nats", "error", "evaluations")
        + row("KL(p|q)", found.klPq(), found.whyKlPqInfinite())
        + row("KL(q|p)", found.klQp(), found.whyKlQpInfinite())
        + row("Jensen-Shannon", found.jsd(), Optional.empty())
        + row("total variation", found.totalVariation(), Optional.empty())
        + row("V(D*)", found.optimalValue(), Optional.empty());
  }

  private static String row(String name, Estimate estimate, Optional<String> whyInfinite) {
    if (whyInfinite.isPresent()) {
      return "%-16s %20s  %s%n".formatted(name, "infinite", whyInfinite.get());
    }
    if (estimate.isTooGreat()) {
      return "%-16s %20s  %s%n".formatted(name, TOO_GREAT, WHY_TOO_GREAT);
    }
    return String.format(
        Locale.ROOT,
        "%-16s %20.14g %10.1e %12d%n",
        name,
        estimate.value(),
        estimate.error(),
        estimate.evaluations());
  }
}
