package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.io.ReadableNumber;
import org.gan4j.train.GanConfig;
import org.gan4j.train.StepReport;
import org.gan4j.train.run.BestCheckpoint;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.TrainingRun.Outcome;

/**
 * The summary of a finished run.
 *
 * @param directory the folder of the run
 * @param config the run
 * @param outcome how it ended
 * @param start the number of steps that were made before
 * @param seconds the wall time
 * @param best the best checkpoint, where the run measures which that is
 * @param plugins the jars that are needed to read the run's config
 */
record TrainSummary(
    RunDirectory directory,
    GanConfig config,
    Outcome outcome,
    long start,
    double seconds,
    Optional<BestCheckpoint> best,
    List<Path> plugins) {
  private static final int DIGITS = 4;

  String text() {
    long steps = outcome.steps();
    return String.format(
            Locale.ROOT,
            "%d steps in %.1f s, %.0f steps/s%s; at the end %s%n",
            steps - start,
            seconds,
            (steps - start) / seconds,
            start == 0 ? "" : ", " + steps + " in all",
            TrainingProgress.measures(outcome.last()))
        + line("samples", directory.picture(steps))
        + line("last", directory.checkpoint(steps))
        + best.map(this::line).orElse("")
        + line("metrics", directory.metrics())
        + "Next: "
        + next();
  }

  /** The best is chosen on samples that training has not seen, but on the same ones each time. */
  private String line(BestCheckpoint checkpoint) {
    List<String> figures = new ArrayList<>();
    for (int i = 0; i < checkpoint.by().size(); i++) {
      String value = ReadableNumber.of(checkpoint.values().get(i), DIGITS);
      figures.add(checkpoint.by().get(i) + " " + value);
    }
    return String.format(
        Locale.ROOT,
        "  %-11s %s (by its picture's samples: %s)%n",
        "best",
        directory.checkpoint(checkpoint.step()),
        String.join(", then ", figures));
  }

  private static String line(String what, Path path) {
    return String.format(Locale.ROOT, "  %-11s %s%n", what, path);
  }

  /** The command to type next. */
  private String next() {
    String more =
        config.data().image().isPresent() ? "--n 64 --out grid.png" : "--n 1000 --out points.csv";
    String sample =
        quoted(Launch.command()) + " sample " + quoted(directory.path().toString()) + " " + more;
    return plugins.isEmpty()
        ? sample
        : sample
            + " --plugins "
            + plugins.stream().map(jar -> quoted(jar.toString())).collect(Collectors.joining(","));
  }

  private static String quoted(String path) {
    return path.matches("[\\w./+@%:,=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  ObjectNode json() {
    long steps = outcome.steps();
    StepReport last = outcome.last();
    ObjectNode json = Json.object();
    json.put("run", directory.path().toString())
        .put("steps", steps)
        .put("resumed_at", start)
        .put("interrupted", outcome.interrupted())
        .put("seed", config.seed())
        .put("seconds", seconds)
        .put("steps_per_second", (steps - start) / seconds)
        .put("config", directory.config().toString())
        .put("samples", directory.picture(steps).toString())
        .put("checkpoint", directory.checkpoint(steps).toString())
        .put("metrics", directory.metrics().toString());
    best.ifPresent(checkpoint -> addBest(json.putObject("best"), checkpoint));
    json.putObject("last")
        .put("discriminator_loss", last.discriminatorLoss())
        .put("generator_loss", last.generatorLoss())
        .put("mean_real", last.meanReal())
        .put("mean_fake", last.meanFake());
    return json;
  }

  private void addBest(ObjectNode json, BestCheckpoint checkpoint) {
    json.put("checkpoint", directory.checkpoint(checkpoint.step()).toString())
        .put("step", checkpoint.step());
    for (int i = 0; i < checkpoint.by().size(); i++) {
      json.put(checkpoint.by().get(i), checkpoint.values().get(i));
    }
  }
}
