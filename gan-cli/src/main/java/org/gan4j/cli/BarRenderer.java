package org.gan4j.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/** Draws the bar within 80 columns: progress, speed, time left, and what the step measured. */
final class BarRenderer implements ProgressBarRenderer {
  private static final int LEAST_CELLS = 4;

  private final boolean counts;

  /**
   * Creates a renderer.
   *
   * @param counts whether to show the count, the speed and the time left
   */
  BarRenderer(boolean counts) {
    this.counts = counts;
  }

  @Override
  public String render(ProgressState state, int maxLength) {
    double part = state.getMax() <= 0 ? 0 : (double) state.getCurrent() / state.getMax();
    String percent = String.format(Locale.ROOT, "%3.0f%% [", Math.floor(100 * part));
    String message = state.getExtraMessage() == null ? "" : state.getExtraMessage();
    String rest = "] " + (counts ? numbers(state) : "");
    rest += counts && !message.isEmpty() ? ", " + message : message;
    int cells = Math.max(LEAST_CELLS, maxLength - percent.length() - rest.length());
    int full = (int) (part * cells);
    String line = percent + "=".repeat(full) + " ".repeat(cells - full) + rest;
    return line.length() <= maxLength ? line : line.substring(0, maxLength);
  }

  private static String numbers(ProgressState state) {
    return String.format(Locale.ROOT, "%d/%d%s", state.getCurrent(), state.getMax(), speed(state));
  }

  private static String speed(ProgressState state) {
    double seconds = state.getElapsedAfterStart().toMillis() / 1e3;
    if (seconds < 1 || state.getCurrent() == 0) {
      return "";
    }
    double speed = state.getCurrent() / seconds;
    long left = Math.round((state.getMax() - state.getCurrent()) / speed);
    return String.format(Locale.ROOT, ", %.0f/s, %d:%02d left", speed, left / 60, left % 60);
  }
}
