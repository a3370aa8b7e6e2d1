package org.gan4j.losses.divergence;

import java.util.List;

/** What a mean of log(p/q) may miss beyond the outermost panels, where p falls as a power of x. */
final class Remainder {
  /** Below this the density itself loses digits. */
  private static final double LOG_UNDERFLOW = -650;

  private Remainder() {}

  static double of(Density p, Density q, Integrand logRatio) {
    List<Breakpoint> points = p.outline().breakpoints();
    Breakpoint first = points.get(0);
    Breakpoint last = points.get(points.size() - 1);
    return beyond(p, p.outline().lowerTail(), q.outline().lowerTail(), first.anchor(), logRatio)
        + beyond(p, p.outline().upperTail(), q.outline().upperTail(), last.anchor(), logRatio);
  }

  /** ∫ beyond x of C|t|^−(1+γ) is x f(x)/γ; twice that, for the logarithm that rides on it. */
  private static double beyond(Density p, Tail tailP, Tail tailQ, double end, Integrand logRatio) {
    if (tailP.kind() != Tail.Kind.POWER) {
      return 0;
    }
    double x = end;
    while (p.logDensity(x, 0) < LOG_UNDERFLOW) {
      x /= 10;
    }
    double integrand = p.density(x) * Math.abs(logRatio.at(x, 0));
    return 2 * Math.abs(x) * integrand / tailP.remainderIndex(tailQ);
  }
}
