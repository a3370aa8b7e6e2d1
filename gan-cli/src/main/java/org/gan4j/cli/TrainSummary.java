package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gan4j.train.GanConfig;
import org.gan4j.train.StepReport;
import org.gan4j.train.run.RunDirectory;
import org.gan4j.train.run.TrainingRun.Outcome;

/**
 * The summary of a finished run.
 *
 * @param directory the folder of the run
 * @param config the run
 * @param outcome how it ended
 * @param seconds the wall time
 * @param plugins the jars that are needed to read the run's config
 */
record TrainSummary(
    RunDirectory directory, GanConfig config, Outcome outcome, double seconds, List<Path> plugins) {

  String text() {
    long steps = outcome.steps();
    return String.format(
            Locale.ROOT,
            "%d steps in %.1f s, %.0f steps/s; at the end %s%n",
            steps,
            seconds,
            steps / seconds,
            TrainingProgress.measures(outcome.last()))
        + line("samples", directory.picture(steps))
        + line("checkpoint", directory.checkpoint(steps))
        + line("metrics", directory.metrics())
        + "Next: "
        + next();
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
        .put("interrupted", outcome.interrupted())
        .put("seed", config.seed())
        .put("seconds", seconds)
        .put("steps_per_second", steps / seconds)
        .put("config", directory.config().toString())
        .put("samples", directory.picture(steps).toString())
        .put("checkpoint", directory.checkpoint(steps).toString())
        .put("metrics", directory.metrics().toString());
    json.putObject("last")
        .put("discriminator_loss", last.discriminatorLoss())
        .put("generator_loss", last.generatorLoss())
        .put("mean_real", last.meanReal())
        .put("mean_fake", last.meanFake());
    return json;
  }
}
