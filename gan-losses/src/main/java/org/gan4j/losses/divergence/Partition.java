package org.gan4j.losses.divergence;

import java.util.ArrayList;
import java.util.List;

/**
 * The line in panels, each in the coordinate that suits it.
 *
 * @param panels the panels, in order
 * @param openEnds where the line goes on without panels
 */
record Partition(List<QuadraturePanel> panels, List<OpenEnd> openEnds) {
  /**
   * A panel's end, beyond which there are no panels.
   *
   * @param panel the panel, in the logarithm of a distance
   * @param direction 1 for the upper end, −1 for the lower
   */
  record OpenEnd(QuadraturePanel panel, int direction) {
    /** Where the panel ends. */
    double coordinate() {
      return direction > 0 ? panel.upper() : panel.lower();
    }

    /** Panels from there outward, each twice as wide as the one before. */
    List<QuadraturePanel> outward(double width, int count) {
      double end = coordinate();
      List<QuadraturePanel> panels = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double from = end + direction * width * (Math.scalb(1.0, i) - 1);
        double to = end + direction * width * (Math.scalb(1.0, i + 1) - 1);
        panels.add(panel.piece(Math.min(from, to), Math.max(from, to)));
      }
      return panels;
    }
  }
}
