package org.gan4j.losses.divergence;

import org.assertj.core.api.SoftAssertions;

/** What holds between the numbers of any pair, within their stated errors. */
final class Consistent {
  private static final double LOG_2 = Math.log(2);

  private Consistent() {}

  static void check(SoftAssertions soft, Divergences found) {
    Estimate jsd = found.jsd();
    Estimate tv = found.totalVariation();
    soft.assertThat(jsd.value()).as("JSD").isBetween(0.0, LOG_2);
    soft.assertThat(tv.value()).as("TV").isBetween(0.0, 1.0);
    soft.assertThat(found.optimalValue().value()).as("V").isBetween(-2 * LOG_2, 0.0);
    for (Estimate kl : new Estimate[] {found.klPq(), found.klQp()}) {
      soft.assertThat(kl.value()).as("KL").isGreaterThanOrEqualTo(0);
      soft.assertThat(kl.value() + kl.error())
          .as("KL and Pinsker's bound 2 TV²")
          .isGreaterThanOrEqualTo(2 * Math.pow(Math.max(0, tv.value() - tv.error()), 2));
    }
    double least = Math.max(0, tv.value() - tv.error());
    soft.assertThat(jsd.value() + jsd.error())
        .as("JSD and its lower bound by TV")
        .isGreaterThanOrEqualTo(least * least / 2);
    soft.assertThat(jsd.value() - jsd.error())
        .as("JSD and its upper bound by TV")
        .isLessThanOrEqualTo(LOG_2 * (tv.value() + tv.error()));
    double gap = found.optimalValue().value() - (2 * jsd.value() - 2 * LOG_2);
    soft.assertThat(Math.abs(gap))
        .as("V - (2 JSD - log 4)")
        .isLessThanOrEqualTo(found.optimalValue().error() + 2 * jsd.error());
  }

  /** The numbers of one pair and of its image under a map that changes none of them. */
  static void same(SoftAssertions soft, Divergences one, Divergences other) {
    same(soft, "KL(p|q)", one.klPq(), other.klPq());
    same(soft, "KL(q|p)", one.klQp(), other.klQp());
    same(soft, "JSD", one.jsd(), other.jsd());
    same(soft, "TV", one.totalVariation(), other.totalVariation());
    same(soft, "V", one.optimalValue(), other.optimalValue());
  }

  private static void same(SoftAssertions soft, String name, Estimate one, Estimate other) {
    if (Double.isInfinite(one.value()) || Double.isInfinite(other.value())) {
      soft.assertThat(one.value()).as(name).isEqualTo(other.value());
    } else {
      soft.assertThat(Math.abs(one.value() - other.value()))
          .as("%s: %s and %s", name, one, other)
          .isLessThanOrEqualTo(one.error() + other.error());
    }
  }
}
