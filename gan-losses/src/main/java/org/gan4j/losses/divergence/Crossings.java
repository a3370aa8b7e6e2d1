package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Where the difference of two log-densities changes its sign. There |p − q| has a kink, and the
 * logarithm of p + q an elbow as sharp as the difference is steep, which a rule whose nodes all lie
 * to one side of it cannot see.
 */
final class Crossings {
  private static final int CELLS = 16;

  /** A difference that may be nothing but rounding. */
  private static final double NOISE = 1e-13;

  /** Multiples of 1/slope; beyond the last, exp(−40) of the elbow is left. */
  private static final double[] ELBOW = {-40, -8, 8, 40};

  private static final int HALVINGS = 100;

  private final QuadraturePanel panel;
  private final ToDoubleFunction<Point> difference;

  private Crossings(QuadraturePanel panel, ToDoubleFunction<Point> difference) {
    this.panel = panel;
    this.difference = difference;
  }

  /** The crossings inside a panel and, around those that are sharp in it, their elbows' ends. */
  static List<Double> cuts(QuadraturePanel panel, ToDoubleFunction<Point> difference) {
    Crossings crossings = new Crossings(panel, difference);
    return crossings.inside(
        crossings.roots().stream()
            .flatMapToDouble(
                root -> DoubleStream.concat(DoubleStream.of(root), crossings.elbow(root))));
  }

  /** The ends of the sharp elbows inside a panel, with the crossings that they belong to. */
  static List<Double> sharp(QuadraturePanel panel, ToDoubleFunction<Point> difference) {
    Crossings crossings = new Crossings(panel, difference);
    return crossings.inside(
        crossings.roots().stream()
            .filter(root -> crossings.isSharp(crossings.width(root)))
            .flatMapToDouble(
                root -> DoubleStream.concat(DoubleStream.of(root), crossings.elbow(root))));
  }

  private List<Double> inside(DoubleStream cuts) {
    return cuts.filter(t -> t > panel.lower() && t < panel.upper())
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private double difference(double t) {
    return difference.applyAsDouble(panel.at(t));
  }

  /** Zero where no sign can be told, and at the ends of a support. */
  private double at(double t) {
    double value = difference(t);
    return !Double.isFinite(value) || Math.abs(value) < NOISE ? 0 : value;
  }

  private List<Double> roots() {
    List<Double> points = scanned();
    List<Double> roots = new ArrayList<>();
    double left = points.get(0);
    double leftValue = at(left);
    for (double right : points.subList(1, points.size())) {
      double rightValue = at(right);
      if (rightValue != 0) {
        if (leftValue * rightValue < 0) {
          roots.add(root(left, right, leftValue > 0));
        }
        left = right;
        leftValue = rightValue;
      }
    }
    return roots;
  }

  /** Points between which the sign is compared; with them the near misses, where it may turn. */
  private List<Double> scanned() {
    double step = (panel.upper() - panel.lower()) / CELLS;
    double[] points = new double[CELLS + 1];
    double[] sizes = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      points[i] = i == CELLS ? panel.upper() : panel.lower() + i * step;
      sizes[i] = Math.abs(at(points[i]));
    }
    List<Double> scanned = new ArrayList<>();
    for (int i = 0; i <= CELLS; i++) {
      scanned.add(points[i]);
      if (i > 0 && i < CELLS && sizes[i] < sizes[i - 1] && sizes[i] <= sizes[i + 1]) {
        scanned.add(nearestMiss(points[i - 1], points[i + 1]));
      }
    }
    return scanned.stream().sorted().toList();
  }

  private double nearestMiss(double from, double to) {
    double lower = from;
    double upper = to;
    for (int i = 0; i < HALVINGS / 2; i++) {
      double third = (upper - lower) / 3;
      if (Math.abs(at(lower + third)) < Math.abs(at(upper - third))) {
        upper -= third;
      } else {
        lower += third;
      }
    }
    return 0.5 * (lower + upper);
  }

  private double root(double from, double to, boolean falls) {
    double lower = from;
    double upper = to;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (lower + upper);
      if (middle <= lower || middle >= upper) {
        break;
      }
      if (difference(middle) > 0 == falls) {
        lower = middle;
      } else {
        upper = middle;
      }
    }
    return 0.5 * (lower + upper);
  }

  private DoubleStream elbow(double root) {
    double width = width(root);
    return isSharp(width)
        ? DoubleStream.of(ELBOW).map(multiple -> root + multiple * width)
        : DoubleStream.empty();
  }

  private boolean isSharp(double width) {
    return width > 0 && 40 * width < panel.upper() - panel.lower();
  }

  private double width(double root) {
    double step = 1e-5 * (panel.upper() - panel.lower());
    double rise = difference(root + step) - difference(root - step);
    return 2 * step / Math.abs(rise);
  }
}
