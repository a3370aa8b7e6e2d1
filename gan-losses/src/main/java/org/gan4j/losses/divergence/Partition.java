package org.gan4j.losses.divergence;

import java.util.List;

/**
 * The line in panels, each in the coordinate that suits it.
 *
 * @param panels the panels, in order
 * @param openEnds where the line goes on without panels
 */
record Partition(List<Panel> panels, List<OpenEnd> openEnds) {
  /**
   * A panel's end, beyond which there are no panels.
   *
   * @param panel the panel, in the logarithm of a distance
   * @param direction 1 for the upper end, −1 for the lower
   */
  record OpenEnd(Panel panel, int direction) {
    /** Where the panel ends. */
    double coordinate() {
      return direction > 0 ? panel.upper() : panel.lower();
    }

    /** A panel from there outward. */
    Panel beyond(double width) {
      double end = coordinate();
      return direction > 0 ? panel.piece(end, end + width) : panel.piece(end - width, end);
    }
  }
}
