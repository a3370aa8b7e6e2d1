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
 * @param massOutside a bound on the mass beyond the outermost breakpoints, and between a centre and
 *     the breakpoint next to it
 */
public record Outline(
    List<Interval> support,
    List<Point> breakpoints,
    List<Double> centres,
    Tail lowerTail,
    Tail upperTail,
    double massOutside) {
  /**
   * Copies the lists.
   *
   * @param support the disjoint intervals on which the density is positive
   * @param breakpoints where panels must end
   * @param centres points about which the density varies as a power of the distance
   * @param lowerTail how it falls towards negative infinity
   * @param upperTail how it falls towards infinity
   * @param massOutside a bound on the mass that the breakpoints leave out
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
        parts.stream().mapToDouble(Outline::massOutside).max().orElseThrow());
  }

  /** Whether the density is positive at a point. */
  boolean contains(Point x) {
    return support.stream().anyMatch(part -> isAbove(x, part.lower()) && isBelow(x, part.upper()));
  }

  private static boolean isAbove(Point x, double lower) {
    return lower == Double.NEGATIVE_INFINITY || x.sideOf(lower) > 0;
  }

  private static boolean isBelow(Point x, double upper) {
    return upper == Double.POSITIVE_INFINITY || x.sideOf(upper) < 0;
  }

  Partition partition() {
    Interval range = new Interval(support.get(0).lower(), support.get(support.size() - 1).upper());
    return Partitioner.partition(breakpoints, centres, range);
  }

  /** The outline with more breakpoints. */
  Outline with(List<Point> more) {
    return new Outline(
        support,
        Stream.concat(breakpoints.stream(), more.stream()).toList(),
        centres,
        lowerTail,
        upperTail,
        massOutside);
  }

  /** Collects the parts of an outline. */
  public static final class Builder {
    private final Interval support;
    private final List<Point> breakpoints = new ArrayList<>();
    private final List<Double> centres = new ArrayList<>();
    private Tail lower = Tail.bounded();
    private Tail upper = Tail.bounded();
    private double massOutside;

    private Builder(Interval support) {
      this.support = support;
      Stream.of(support.lower(), support.upper())
          .filter(Double::isFinite)
          .forEach(end -> breakpoints.add(Point.at(end)));
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
          breakpoints.add(Point.at(centre, offset));
        }
      }
      return this;
    }

    /**
     * Adds breakpoints at {@code centre + side * exp(logScale + logMultiples)}, however near or far
     * that is.
     *
     * @param centre a singular end or the centre of a heavy tail; it is added to the centres
     * @param side 1 for points above it, −1 for points below it
     * @param logScale the logarithm of a length
     * @param logMultiples the logarithms of how many of that length
     * @return this
     */
    public Builder distances(double centre, int side, double logScale, double... logMultiples) {
      for (double logMultiple : logMultiples) {
        breakpoints.add(Point.beside(centre, side, logScale, logMultiple));
      }
      return centre(centre);
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
     * Sets a bound on the mass that the breakpoints leave out; zero otherwise.
     *
     * @param mass the bound
     * @return this
     */
    public Builder massOutside(double mass) {
      massOutside = mass;
      return this;
    }

    /** {@return the outline} */
    public Outline build() {
      return new Outline(List.of(support), breakpoints, centres, lower, upper, massOutside);
    }
  }
}
