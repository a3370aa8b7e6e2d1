package org.gan4j.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * One line that is written over. The library's own console asks a terminal library, which takes
 * Ctrl-C away from us; and it may draw from two threads at the end, so the first to close it wins.
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

  /** Leaves a text standing where the line was; the next drawing goes below it. */
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
