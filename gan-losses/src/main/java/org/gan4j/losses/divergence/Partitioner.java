package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/** Chooses the panels between breakpoints and their coordinates. */
final class Partitioner {
  /** Below this ratio of distances a polynomial in x does as well as one in log x. */
  private static final double LOG_RATIO = Math.log(8);

  /**
   * How far a panel reaches towards a centre whose nearest breakpoint is no double away from it. Of
   * a density that is bounded there, exp(−90) is left beyond, even if its scale is the least
   * double.
   */
  private static final double REACH = 800;

  /** A panel in the logarithm of the distance that is wider than this is cut further. */
  private static final double WIDE = 40;

  /**
   * Where such a panel is cut, counted from breakpoints that are not given by that logarithm. The
   * densities that they belong to change on their own scale there; seen from much further away, or
   * from much nearer to the centre, they are powers, but the nodes of the whole panel could step
   * over what they are in between.
   */
  private static final double[] CUTS = {-WIDE, -14, -4, 0, 4, 14, WIDE};

  /** Cuts closer than this to the one before are left out. */
  private static final double CLOSE = 2;

  private final List<Point> points;
  private final List<Double> centres;
  private final List<QuadraturePanel> panels = new ArrayList<>();
  private final List<Partition.OpenEnd> openEnds = new ArrayList<>();

  private Partitioner(List<Point> points, List<Double> centres) {
    this.points = points;
    this.centres = centres;
  }

  /** The panels between breakpoints in order; where the support is infinite, the ends are open. */
  static Partition partition(List<Point> points, List<Double> centres, Interval support) {
    Partitioner partitioner = new Partitioner(points, centres);
    for (int i = 1; i < points.size(); i++) {
      partitioner.fill(points.get(i - 1), points.get(i));
    }
    if (support.lower() == Double.NEGATIVE_INFINITY) {
      partitioner.openBelow();
    }
    if (support.upper() == Double.POSITIVE_INFINITY) {
      partitioner.openAbove();
    }
    return new Partition(partitioner.panels, partitioner.openEnds);
  }

  private void openBelow() {
    open(points.get(1), points.get(0), -1, panels.get(0));
  }

  private void openAbove() {
    int last = points.size() - 1;
    open(points.get(last - 1), points.get(last), 1, panels.get(panels.size() - 1));
  }

  /** Beyond an end, distances count from the panel's own centre or else from the point before. */
  private void open(Point before, Point end, int side, QuadraturePanel outermost) {
    if (outermost.side() == side) {
      openEnds.add(new Partition.OpenEnd(outermost, 1));
      return;
    }
    double centre = before.value();
    if (end.sideOf(centre) != side) {
      centre = Math.nextAfter(centre, side * Double.NEGATIVE_INFINITY);
    }
    openEnds.add(new Partition.OpenEnd(QuadraturePanel.logarithmic(end, end, centre), 1));
  }

  /** Between points that count from two centres between them, each has a panel of its own. */
  private void fill(Point left, Point right) {
    if (left.side() > 0 && right.side() < 0 && left.anchor() != right.anchor()) {
      Point middle = Point.at(0.5 * left.value(), 0.5 * right.value());
      add(left, middle);
      add(middle, right);
    } else {
      add(left, right);
    }
  }

  private void add(Point left, Point right) {
    if (left.side() == right.side() && left.isBeside(right.anchor())) {
      addLogarithmic(left, right, left.anchor());
      return;
    }
    boolean held = left.isHeld() && right.isHeld();
    double widest = held ? LOG_RATIO : 0;
    double best = Double.NaN;
    for (double centre : centres) {
      double ratio = logRatio(left, right, centre);
      if (ratio > widest) {
        widest = ratio;
        best = centre;
      }
    }
    if (!Double.isNaN(best)) {
      addLogarithmic(left, right, best);
    } else if (held) {
      addUnlessEmpty(QuadraturePanel.plain(left, right));
    }
  }

  /** The logarithm of the ratio of the ends' distances from a centre that does not part them. */
  private static double logRatio(Point left, Point right, double centre) {
    int leftSide = left.sideOf(centre);
    int rightSide = right.sideOf(centre);
    if (leftSide * rightSide > 0) {
      return leftSide * (right.logDistance(centre, 0) - left.logDistance(centre, 0));
    }
    Point far = leftSide == 0 ? right : left;
    return !far.isHeld() && far.isBeside(centre) ? REACH : 0;
  }

  private void addLogarithmic(Point left, Point right, double centre) {
    boolean above = left.sideOf(centre) >= 0 && right.sideOf(centre) > 0;
    Point near = above ? left : right;
    Point far = above ? right : left;
    if (near.sideOf(centre) != 0) {
      QuadraturePanel panel = QuadraturePanel.logarithmic(near, far, centre);
      List<QuadraturePanel> pieces = new ArrayList<>(panel.cut(cuts(panel)));
      if (!above) {
        Collections.reverse(pieces);
      }
      pieces.forEach(this::addUnlessEmpty);
    } else {
      QuadraturePanel end = QuadraturePanel.logarithmic(far, far, centre);
      QuadraturePanel panel = end.piece(end.upper() - REACH, end.upper());
      addUnlessEmpty(panel);
      openEnds.add(new Partition.OpenEnd(panel, -1));
    }
  }

  private List<Double> cuts(QuadraturePanel panel) {
    List<Double> cuts = new ArrayList<>();
    if (panel.width() > WIDE) {
      points.stream()
          .filter(point -> point.sideOf(panel.anchor()) == panel.side())
          .filter(point -> !point.isBeside(panel.anchor()))
          .mapToDouble(point -> point.logDistance(panel.anchor(), panel.base()))
          .flatMap(t -> DoubleStream.of(CUTS).map(cut -> t + cut))
          .filter(t -> t > panel.lower() && t < panel.upper())
          .sorted()
          .filter(t -> t - (cuts.isEmpty() ? panel.lower() : cuts.get(cuts.size() - 1)) > CLOSE)
          .forEach(cuts::add);
    }
    return cuts;
  }

  private void addUnlessEmpty(QuadraturePanel panel) {
    if (panel.width() > 0) {
      panels.add(panel);
    }
  }
}
