package org.gan4j.losses.divergence;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
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
    Optional<String> pq = whyInfinite("p", p, "q", q);
    Optional<String> qp = whyInfinite("q", q, "p", p);
    DoubleBinaryOperator toMean = (own, other) -> own - LogDensities.logSum(own, other) + LOG_2;
    DoubleBinaryOperator value = (own, other) -> -LogDensities.softplus(other - own);
    return Consistency.enforce(
        new Divergences(
            kl(p, q, pq),
            kl(q, p, qp),
            mean(p, q, toMean).plus(mean(q, p, toMean)).times(0.5),
            sum(p.count(), i -> 0.5 * Math.abs(p.probability(i) - q.probability(i))),
            mean(p, q, value).plus(mean(q, p, value)),
            pq,
            qp));
  }

  private static Estimate kl(Atoms from, Atoms to, Optional<String> whyInfinite) {
    return whyInfinite.isPresent()
        ? Estimate.exact(Double.POSITIVE_INFINITY)
        : mean(from, to, (own, other) -> own - other);
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

  /** The mean of a function of both log-probabilities; 0 · log 0 = 0. */
  private static Estimate mean(Atoms from, Atoms other, DoubleBinaryOperator f) {
    return sum(
        from.count(),
        i ->
            from.probability(i) == 0
                ? 0
                : from.probability(i)
                    * f.applyAsDouble(from.logProbability(i), other.logProbability(i)));
  }

  private static Estimate sum(int count, IntToDoubleFunction term) {
    double sum = 0;
    double magnitude = 1;
    for (int i = 0; i < count; i++) {
      double next = term.applyAsDouble(i);
      sum += next;
      magnitude += Math.abs(next);
    }
    return new Estimate(sum, ROUNDOFF * magnitude * Math.max(1, 0.25 * count), 0);
  }
}
