package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.train.Game;
import org.gan4j.train.GanConfig;
import org.gan4j.train.run.SamplePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan sample}. */
@Command(
    name = "sample",
    description = {
      "Draws samples from a trained generator.",
      "The same run, seed and backend give the same samples."
    },
    footer = {
      "",
      "Examples:",
      "  gan sample runs/mnist-1 --n 64 --out grid.png",
      "  gan sample runs/ring-1 --n 1000 --seed 7 --out points.csv",
      "  gan sample runs/mnist-conditional-1 --label 7"
    })
final class SampleCommand implements Callable<Integer> {
  private static final int IMAGES = 64;
  private static final int POINTS = 2000;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private PluginOptions plugins;

  @Mixin private TrainedRun trained;

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "Number of samples. Default: " + IMAGES + " images or " + POINTS + " points.")
  private Integer n;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "A picture (.png) or, for points, a table (.csv) with the header x,y or x. An existing"
              + " file is replaced. Default: samples.png or samples.csv in RUN_DIR.")
  private Path out;

  @Option(
      names = "--label",
      paramLabel = "CLASS",
      description =
          "Of a conditional run: the class to draw, from 0. Default: a row for each class, or with"
              + " --n all classes in turn.")
  private Integer label;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the draws. Default: 0.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::sample);
  }

  private int sample() throws IOException {
    if (n != null && n < 1) {
      throw new UsageException("--n: expected at least 1 sample, got " + n);
    }
    TrainedRun.Generator generator = trained.load();
    GanConfig config = generator.config();
    boolean images = config.data().image().isPresent();
    Path target =
        out != null ? out : trained.directory().resolve(images ? "samples.png" : "samples.csv");
    SampleFile file = SampleFile.of(target, config);
    float[] samples = draw(generator, n != null ? n : images ? IMAGES : POINTS);
    int count = samples.length / sampleSize(config);
    file.write(
        samples, String.format(Locale.ROOT, "%d samples, step %d", count, generator.steps()));
    print(count, target, generator);
    return ExitCode.DONE.code();
  }

  private static int sampleSize(GanConfig config) {
    Game game = config.game();
    return game.generator().network().outputShape(Shape.of(game.latent())).length();
  }

  private float[] draw(TrainedRun.Generator generator, int count) throws IOException {
    int classes = generator.classes();
    if (label != null && (label < 0 || label >= classes)) {
      throw new UsageException(
          classes == 0
              ? "--label: expected a conditional run, got one without labels; leave it out"
              : "--label: expected a class from 0 to " + (classes - 1) + ", got " + label);
    }
    Optional<int[]> rows = SamplePicture.labels(generator.config());
    try (Backend backend = generator.open()) {
      if (label != null) {
        int[] labels = new int[count];
        Arrays.fill(labels, label);
        return generator.sample(labels, seed, backend);
      }
      return n == null && rows.isPresent()
          ? generator.sample(rows.get(), seed, backend)
          : generator.sample(count, seed, backend);
    }
  }

  private void print(int count, Path target, TrainedRun.Generator generator) {
    PrintWriter stdout = spec.commandLine().getOut();
    if (common.json) {
      ObjectNode json = Json.object();
      json.put("out", target.toString())
          .put("n", count)
          .put("seed", seed)
          .put("checkpoint", generator.checkpoint().toString())
          .put("step", generator.steps());
      stdout.println(Json.text(json));
    } else {
      stdout.println(count + " samples of step " + generator.steps() + " in " + target);
    }
    stdout.flush();
  }
}
