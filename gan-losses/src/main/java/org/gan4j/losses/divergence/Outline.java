package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a density lives and changes: what quadrature has to know and cannot find out by evaluating.
 *
 * @param support the disjoint intervals on which the density is positive, in order
 * @param breakpoints where panels must end. The outermost ones bound the range of integration;
 *     beyond them lies no mass but {@code massOutside}
 * @param centres points about which the density varies as a power of the distance: singular ends,
 *     centres of heavy tails. Panels that span a large ratio of distances are integrated in the
 *     logarithm of the distance
 * @param lowerTail how it falls towards negative infinity
 * @param upperTail how it falls towards infinity
 * @param massOutside a bound on the mass beyond the outermost breakpoints
 * @param roundoff the relative rounding error of the density's values
 */
public record Outline(
    List<Interval> support,
    List<Breakpoint> breakpoints,
    List<Double> centres,
    Tail lowerTail,
    Tail upperTail,
    double massOutside,
    double roundoff) {
  /** The relative rounding error of a density in elementary functions. */
  static final double ROUNDOFF = 16 * Math.ulp(1.0);

  /**
   * Copies the lists.
   *
   * @param support the disjoint intervals on which the density is positive
   * @param breakpoints where panels must end
   * @param centres points about which the density varies as a power of the distance
   * @param lowerTail how it falls towards negative infinity
   * @param upperTail how it falls towards infinity
   * @param massOutside a bound on the mass beyond the outermost breakpoints
   * @param roundoff the relative rounding error of the density's values
   */
  public Outline {
    support = Interval.union(support);
    breakpoints = breakpoints.stream().sorted().distinct().toList();
    centres = centres.stream().distinct().toList();
    if (breakpoints.size() < 2) {
      throw new IllegalArgumentException(
          "outline: expected at least two breakpoints, got " + breakpoints.size());
    }
  }

  /**
   * Begins an outline on an interval whose finite ends are breakpoints.
   *
   * @param support the interval
   * @return an outline to add to
   */
  public static Builder on(Interval support) {
    return new Builder(support);
  }

  /** The outline of a weighted sum of densities. */
  static Outline union(List<Outline> parts) {
    return new Outline(
        parts.stream().flatMap(part -> part.support.stream()).toList(),
        parts.stream().flatMap(part -> part.breakpoints.stream()).toList(),
        parts.stream().flatMap(part -> part.centres.stream()).toList(),
        parts.stream().map(Outline::lowerTail).max(Tail::compareTo).orElseThrow(),
        parts.stream().map(Outline::upperTail).max(Tail::compareTo).orElseThrow(),
        parts.stream().mapToDouble(Outline::massOutside).max().orElseThrow(),
        parts.stream().mapToDouble(Outline::roundoff).max().orElseThrow());
  }

  List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 1; i < breakpoints.size(); i++) {
      panels.add(Panel.between(breakpoints.get(i - 1), breakpoints.get(i), centres));
    }
    return panels;
  }

  /** The panels, and two more that reach a thousand times as far where the support does. */
  List<Panel> panelsAndBeyond() {
    List<Panel> panels = panels();
    Breakpoint first = breakpoints.get(0);
    Breakpoint last = breakpoints.get(breakpoints.size() - 1);
    double span = last.from(first.anchor());
    double near = Math.log(span) - 14;
    double far = Math.log(span) + 7;
    if (support.get(0).lower() == Double.NEGATIVE_INFINITY) {
      panels.add(new Panel(first.anchor(), -1, near, far));
    }
    if (support.get(support.size() - 1).upper() == Double.POSITIVE_INFINITY) {
      panels.add(new Panel(last.anchor(), 1, near, far));
    }
    return panels;
  }

  /** The outline with more breakpoints. */
  Outline with(List<Breakpoint> more) {
    return new Outline(
        support,
        Stream.concat(breakpoints.stream(), more.stream()).toList(),
        centres,
        lowerTail,
        upperTail,
        massOutside,
        roundoff);
  }

  /** Collects the parts of an outline. */
  public static final class Builder {
    private final Interval support;
    private final List<Breakpoint> breakpoints = new ArrayList<>();
    private final List<Double> centres = new ArrayList<>();
    private Tail lower = Tail.bounded();
    private Tail upper = Tail.bounded();
    private double massOutside;
    private double roundoff = ROUNDOFF;

    private Builder(Interval support) {
      this.support = support;
      Stream.of(support.lower(), support.upper()).filter(Double::isFinite).forEach(this::at);
    }

    private void at(double point) {
      breakpoints.add(new Breakpoint(point, 0));
    }

    /**
     * Adds breakpoints at {@code centre + scale * multiples}, as far as they lie in the support.
     *
     * @param centre a point
     * @param scale a length, negative for the other side
     * @param multiples how many of that length
     * @return this
     */
    public Builder points(double centre, double scale, double... multiples) {
      for (double multiple : multiples) {
        double offset = scale * multiple;
        if ((centre - support.lower()) + offset > 0 && (centre - support.upper()) + offset < 0) {
          breakpoints.add(new Breakpoint(centre, offset));
        }
      }
      return this;
    }

    /**
     * Adds a point about which the density varies as a power of the distance.
     *
     * @param point a singular end or the centre of a heavy tail
     * @return this
     */
    public Builder centre(double point) {
      centres.add(point);
      return this;
    }

    /**
     * Sets the tails; they are bounded otherwise.
     *
     * @param lowerTail how it falls towards negative infinity
     * @param upperTail how it falls towards infinity
     * @return this
     */
    public Builder tails(Tail lowerTail, Tail upperTail) {
      lower = lowerTail;
      upper = upperTail;
      return this;
    }

    /**
     * Sets a bound on the mass beyond the outermost breakpoints; zero otherwise.
     *
     * @param mass the bound
     * @return this
     */
    public Builder massOutside(double mass) {
      massOutside = mass;
      return this;
    }

    /**
     * Sets the relative rounding error of the density's values; 16 units otherwise.
     *
     * @param relative the error
     * @return this
     */
    public Builder roundoff(double relative) {
      roundoff = relative;
      return this;
    }

    /** {@return the outline} */
    public Outline build() {
      return new Outline(
          List.of(support), breakpoints, centres, lower, upper, massOutside, roundoff);
    }
  }
}
