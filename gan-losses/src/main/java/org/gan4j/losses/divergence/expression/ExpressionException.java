package org.gan4j.losses.divergence.expression;

import java.util.Locale;

/** An expression that means no distribution. The message shows where, with a caret below it. */
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The offending character's place, from 1. */
  private final int column;

  ExpressionException(String expression, int index, String what) {
    super(
        String.format(
                Locale.ROOT,
                "column %d: %s%n  %s%n  %s^",
                index + 1,
                what,
                expression,
                " ".repeat(index))
            .replace(System.lineSeparator(), "\n"));
    column = index + 1;
  }

  /** {@return the offending character's place, from 1} */
  public int column() {
    return column;
  }
}
