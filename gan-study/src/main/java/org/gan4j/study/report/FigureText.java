package org.gan4j.study.report;

import java.util.Locale;
import org.gan4j.io.ReadableNumber;
import org.gan4j.study.result.SeedFigures;

/** Means with their standard errors as text. */
final class FigureText {
  private static final int DIGITS = 4;

  private FigureText() {}

  static String of(SeedFigures seeds) {
    if (seeds.mean().isEmpty()) {
      return String.format(
          Locale.ROOT, "undefined (%d of %d)", seeds.undefined(), seeds.values().size());
    }
    String mean = ReadableNumber.of(seeds.mean().getAsDouble(), DIGITS);
    return seeds.standardError().isEmpty()
        ? mean
        : mean + " ± " + ReadableNumber.of(seeds.standardError().getAsDouble(), 2);
  }
}
