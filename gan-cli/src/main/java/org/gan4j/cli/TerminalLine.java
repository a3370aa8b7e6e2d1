package org.gan4j.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * A line of the terminal that is overwritten. Used instead of the progress bar library's console,
 * which loads a terminal library that intercepts Ctrl-C. Two threads may draw at the end; the first
 * to close wins.
 */
final class TerminalLine implements ProgressBarConsumer {
  private static final int LEAST_COLUMNS = 40;

  private final PrintWriter err;
  private final int columns;
  private boolean closed;

  TerminalLine(PrintWriter err, int terminal) {
    this.err = err;
    this.columns = Math.max(LEAST_COLUMNS, terminal - 1);
  }

  @Override
  public int getMaxRenderedLength() {
    return columns;
  }

  @Override
  public synchronized void accept(String text) {
    if (!closed) {
      err.print('\r' + text);
      err.flush();
    }
  }

  /** Replaces the line with a permanent text; the next drawing goes below it. */
  synchronized void leave(String text) {
    err.println('\r' + text + " ".repeat(Math.max(0, columns - text.length())));
    err.flush();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      err.println();
      err.flush();
    }
  }
}
