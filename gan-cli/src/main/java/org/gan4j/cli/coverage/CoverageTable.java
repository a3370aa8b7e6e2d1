package org.gan4j.cli.coverage;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.gan4j.study.coverage.CoverageScores;
import org.gan4j.study.coverage.Protocol;
import org.gan4j.study.coverage.Published;
import org.gan4j.study.coverage.SeedScore;
import org.gan4j.study.result.SeedFigures;

/** A {@link CoverageReport} as text. */
final class CoverageTable {
  private static final String UNDEFINED = "undefined";

  private CoverageTable() {}

  static String text(CoverageReport report) {
    StringBuilder text = new StringBuilder(head(report));
    row(text, "", "modes", "HQ %", "reverse KL", "JSD on a grid");
    scores(text, "measured, mean ± s.e.", report.measured());
    scores(text, "true distribution", report.trueDistribution());
    for (Published figure : report.protocol().published()) {
      row(
          text,
          "published: " + figure.method(),
          figure.modes(),
          figure.highQuality(),
          figure.reverseKl(),
          "-");
    }
    text.append(System.lineSeparator());
    report.measured().seeds().forEach(seed -> seed(text, seed));
    return text.toString().stripTrailing();
  }

  private static String head(CoverageReport report) {
    Protocol protocol = report.protocol();
    return String.format(
        Locale.ROOT,
        """
        Protocol %s on the %s: %d samples of each of %d trainings
          source      %s
          its set-up  %s
        Settings of these trainings:
        %s
        %s""",
        protocol.name(),
        protocol.data(),
        protocol.samples(),
        report.measured().seeds().size(),
        protocol.source(),
        protocol.setUp(),
        SettingsText.of(report.config()),
        departures(report));
  }

  private static String departures(CoverageReport report) {
    return report.departures().isEmpty()
        ? ""
        : "These figures are not the protocol's, which fixes other settings: "
            + String.join(", ", report.departures())
            + System.lineSeparator();
  }

  private static void scores(StringBuilder text, String name, CoverageScores scores) {
    row(
        text,
        name,
        figure(scores.modes(), value -> number("%.1f", value)),
        figure(scores.highQuality(), value -> number("%.1f", 100 * value)),
        figure(scores.reverseKl(), value -> number("%.4f", value)),
        figure(scores.jsd(), value -> number("%.4f", value)));
  }

  private static void seed(StringBuilder text, SeedScore seed) {
    OptionalDouble kl = seed.reverseKl();
    row(
        text,
        String.format(
            Locale.ROOT,
            "seed %d, %.0f s%s",
            seed.seed(),
            seed.seconds(),
            seed.divergedAt().isPresent() ? ", diverged at " + seed.divergedAt().getAsLong() : ""),
        Integer.toString(seed.modes()),
        number("%.1f", 100 * seed.highQuality()),
        kl.isPresent() ? number("%.4f", kl.getAsDouble()) : UNDEFINED,
        number("%.4f", seed.jsd()));
  }

  private static String figure(SeedFigures figures, DoubleFunction<String> format) {
    if (figures.mean().isEmpty()) {
      return String.format(
          Locale.ROOT, "%s (%d of %d)", UNDEFINED, figures.undefined(), figures.values().size());
    }
    String mean = format.apply(figures.mean().getAsDouble());
    return figures.standardError().isEmpty()
        ? mean
        : mean + " ± " + format.apply(figures.standardError().getAsDouble());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static void row(
      StringBuilder text, String name, String modes, String hq, String kl, String jsd) {
    text.append(
        String.format(Locale.ROOT, "%-28s %-14s %-18s %-20s %s%n", name, modes, hq, kl, jsd));
  }
}
