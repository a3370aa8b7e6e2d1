package org.gan4j.losses.divergence;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** The sums between two distributions on the same atoms. */
final class AtomPair {
  private static final double LOG_2 = Math.log(2);

  /** Per unit of mass or of the sum: each term takes a few roundings. */
  private static final double ROUNDOFF = 16 * Math.ulp(1.0);

  private final Atoms p;
  private final Atoms q;

  AtomPair(Atoms p, Atoms q) {
    if (p.count() != q.count()) {
      throw new IllegalArgumentException(
          "atoms: expected as many in q as in p, got %d and %d; give the missing ones 0"
              .formatted(q.count(), p.count()));
    }
    this.p = p;
    this.q = q;
  }

  Divergences divergences() {
    Estimate jsd = mean(p, i -> logRatio(p, i)).plus(mean(q, i -> logRatio(q, i))).times(0.5);
    Estimate value =
        mean(p, i -> -Math.log1p(q.probability(i) / p.probability(i)))
            .plus(mean(q, i -> -Math.log1p(p.probability(i) / q.probability(i))));
    return new Divergences(
        kl(p, q, whyInfinite("p", p, "q", q)),
        kl(q, p, whyInfinite("q", q, "p", p)),
        jsd.within(0, LOG_2),
        sum(i -> 0.5 * Math.abs(p.probability(i) - q.probability(i))).within(0, 1),
        value.within(-2 * LOG_2, 0),
        whyInfinite("p", p, "q", q),
        whyInfinite("q", q, "p", p));
  }

  /** log(from/m). */
  private double logRatio(Atoms from, int atom) {
    double mean = 0.5 * p.probability(atom) + 0.5 * q.probability(atom);
    return Math.log(from.probability(atom) / mean);
  }

  private Estimate kl(Atoms from, Atoms to, Optional<String> whyInfinite) {
    return whyInfinite.isPresent()
        ? Estimate.exact(Double.POSITIVE_INFINITY)
        : mean(from, i -> Math.log(from.probability(i)) - Math.log(to.probability(i)))
            .within(0, Double.POSITIVE_INFINITY);
  }

  private static Optional<String> whyInfinite(String nameP, Atoms p, String nameQ, Atoms q) {
    for (int i = 0; i < p.count(); i++) {
      if (p.probability(i) > 0 && q.probability(i) == 0) {
        return Optional.of(
            "%s has mass on atom %d, where %s is zero".formatted(nameP, i + 1, nameQ));
      }
    }
    return Optional.empty();
  }

  /** 0 · log 0 = 0. */
  private Estimate mean(Atoms from, IntToDoubleFunction f) {
    return sum(i -> from.probability(i) == 0 ? 0 : from.probability(i) * f.applyAsDouble(i));
  }

  private Estimate sum(IntToDoubleFunction term) {
    double sum = 0;
    double magnitude = 1;
    for (int i = 0; i < p.count(); i++) {
      double next = term.applyAsDouble(i);
      sum += next;
      magnitude += Math.abs(next);
    }
    return new Estimate(sum, ROUNDOFF * magnitude * Math.max(1, 0.25 * p.count()), 0);
  }
}
