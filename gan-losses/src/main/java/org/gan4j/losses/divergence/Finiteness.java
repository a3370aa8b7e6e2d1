package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides from supports and tails whether KL(p‖q) is infinite; evaluations could never tell. */
final class Finiteness {
  private Finiteness() {}

  /** Why KL is infinite, in words; empty where it is finite. */
  static Optional<String> whyInfinite(String nameP, Outline p, String nameQ, Outline q) {
    List<Interval> outside = uncovered(p.support(), q.support());
    if (!outside.isEmpty()) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%s has mass on %s, where %s is zero", nameP, outside.get(0), nameQ));
    }
    if (!p.lowerTail().integratesLogOf(q.lowerTail())) {
      return Optional.of(tails("lower", nameP, p.lowerTail(), nameQ, q.lowerTail()));
    }
    if (!p.upperTail().integratesLogOf(q.upperTail())) {
      return Optional.of(tails("upper", nameP, p.upperTail(), nameQ, q.upperTail()));
    }
    return Optional.empty();
  }

  private static String tails(String side, String nameP, Tail p, String nameQ, Tail q) {
    return String.format(
        Locale.ROOT,
        "the %s tail of %s falls %s, that of %s %s: the mean of log(%s/%s) under %s diverges",
        side,
        nameP,
        p,
        nameQ,
        q,
        nameP,
        nameQ,
        nameP);
  }

  /** What is left of the first intervals without the others; both are disjoint and in order. */
  private static List<Interval> uncovered(List<Interval> intervals, List<Interval> cover) {
    List<Interval> left = new ArrayList<>();
    for (Interval interval : intervals) {
      double from = interval.lower();
      for (Interval part : cover) {
        if (part.upper() > from && part.lower() < interval.upper()) {
          if (part.lower() > from) {
            left.add(new Interval(from, part.lower()));
          }
          from = part.upper();
        }
      }
      if (from < interval.upper()) {
        left.add(new Interval(from, interval.upper()));
      }
    }
    return left;
  }
}
