package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gan4j.cli.StackScore.Histogram;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.StackedSamples;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.data.spec.Images;
import org.gan4j.data.spec.Points;
import org.gan4j.data.spec.StackedImages;
import org.gan4j.metrics.classifier.Classifier;
import org.gan4j.metrics.classifier.ClassifierConfig;
import org.gan4j.train.run.Fingerprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan score}. */
@Command(
    name = "score",
    description = {
      "Scores a generator of pictures with a classifier of the run's data set: how many samples",
      "it recognises and their classes, and distances between 10 000 samples and the 10 000",
      "held-out pictures. For stacks of three pictures: the number of modes found and their KL",
      "divergence to the uniform distribution. The classifier of single pictures is trained once,",
      "in about two minutes, and kept with the data set."
    },
    footer = {
      "",
      "Examples:",
      "  gan score runs/mnist-1",
      "  gan score runs/mnist-1 --n 10000 --confidence 0.99 --json",
      "  gan score runs/mnist-1 --at-least 0.7 --metrics classes",
      "  gan score runs/mnist-1 --metrics fcd,prdc",
      "  gan score runs/mnist-1 --checkpoints --metrics fcd",
      "  gan score runs/stacked-mnist-1"
    })
final class ScoreCommand implements Callable<Integer> {
  private static final int PICTURES = 1000;
  private static final int STACKS = 26_000;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private TrainedRun trained;
  @Mixin private PluginOptions plugins;

  @Option(
      names = "--n",
      paramLabel = "N",
      description =
          "Number of samples for classes. Default: " + PICTURES + ", or " + STACKS + " stacks.")
  private Integer n;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the draws. Default: 0.")
  private long seed;

  @Option(
      names = "--metrics",
      split = ",",
      paramLabel = "NAME",
      description = {
        "What to measure on single pictures, some of:",
        "  classes  recognised samples and their classes",
        "  fcd      Fréchet distance of classifier features",
        "  kcd      kernel distance of classifier features",
        "  prdc     precision, recall, density, coverage; takes minutes",
        "  is       Inception-style score",
        "  labels   accuracy of the labels asked for, and FCD within each class; conditional runs",
        "  cas      accuracy on real pictures of a classifier trained on samples; takes minutes;"
            + " conditional runs",
        "Default: classes,fcd,kcd,is and, of conditional runs, labels, which take about a minute."
      })
  private List<String> metrics;

  @Option(
      names = "--checkpoints",
      description = {
        "Score every checkpoint of RUN_DIR with its last and its averaged (EMA) parameters, and say",
        "which is best: by the first of the metrics, FCD by default, or by the modes of stacks.",
        "Takes as long as so many scores. They are kept in RUN_DIR/scores.json: started again, the",
        "command measures only those that are missing."
      })
  private boolean checkpoints;

  @Option(
      names = "--confidence",
      paramLabel = "P",
      defaultValue = "0.9",
      description = "The least probability of a recognised picture. Default: ${DEFAULT-VALUE}.")
  private double confidence;

  @Option(
      names = "--at-least",
      paramLabel = "FRACTION",
      description =
          "Exit with code 1 if a smaller fraction of samples is recognised or a class has none; for"
              + " stacks, if a smaller fraction of the modes is found.")
  private Double atLeast;

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::score);
  }

  private int score() throws IOException {
    requireFraction("--confidence", confidence);
    requireFraction("--at-least", atLeast == null ? 0 : atLeast);
    if (n != null && n < 1) {
      throw new UsageException("--n: expected at least 1 sample, got " + n);
    }
    if (checkpoints) {
      return scoreAll();
    }
    TrainedRun.Generator generator = trained.load();
    Score score = score(generator);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(json(score, generator)) : text(score, generator));
    stdout.flush();
    return bar(score).code();
  }

  private int scoreAll() throws IOException {
    if (atLeast != null) {
      throw new UsageException("--at-least: expected one checkpoint, got --checkpoints");
    }
    KeptScores kept = KeptScores.in(trained.directory().resolve("scores.json"));
    List<CheckpointScores.Row> rows = new ArrayList<>();
    for (TrainedRun.Generator generator : trained.loadAll()) {
      String measured = measured(generator);
      Optional<CheckpointScores.Row> earlier = kept.of(measured);
      progress(earlier.isPresent() ? "Scored before" : "Scoring", generator);
      if (earlier.isPresent()) {
        rows.add(earlier.get());
      } else {
        CheckpointScores.Row row = CheckpointScores.Row.of(generator, score(generator));
        kept.add(measured, row);
        rows.add(row);
      }
    }
    CheckpointScores scores = new CheckpointScores(rows);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(scores.json().put("seed", seed)) : scores.text());
    stdout.flush();
    return ExitCode.DONE.code();
  }

  private void progress(String what, TrainedRun.Generator generator) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(what + ": " + generator.checkpoint() + ", " + generator.parameters());
    err.flush();
  }

  /** Everything that decides a score. */
  private String measured(TrainedRun.Generator generator) throws IOException {
    ObjectNode json = Json.object();
    json.put("sha256", generator.sha256())
        .put("parameters", generator.parameters())
        .put("metrics", metrics == null ? "usual" : ScoreMetric.of(metrics).toString())
        .put("n", n)
        .put("seed", seed)
        .put("confidence", confidence)
        .put("machine", Fingerprint.of(generator.config().compute()).facts().toString());
    return json.toString();
  }

  private static void requireFraction(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new UsageException(option + ": expected a number from 0 to 1, got " + value);
    }
  }

  private Score score(TrainedRun.Generator generator) throws IOException {
    DataSpec data = generator.config().data();
    if (data instanceof Images images) {
      return pictures(generator, images.set());
    }
    if (data instanceof StackedImages stacks) {
      if (metrics != null) {
        throw new UsageException(
            "--metrics: expected a run on single pictures, got stacks, scored by their modes");
      }
      return stacks(generator, stacks);
    }
    throw new UsageException(
        trained.directory()
            + ": expected a run on labelled pictures, such as --data mnist, got one on "
            + (data instanceof Points ? "points" : "data of another kind"));
  }

  private Score pictures(TrainedRun.Generator generator, ImageSet set) throws IOException {
    Set<ScoreMetric> chosen = metrics(generator.classes() > 0);
    if (atLeast != null && !chosen.contains(ScoreMetric.CLASSES)) {
      throw new UsageException("--at-least: expected classes among the --metrics, got none");
    }
    fetch(set);
    PrintWriter err = spec.commandLine().getErr();
    return new ImageScoring(generator, set, chosen, confidence, seed, err).score(count(PICTURES));
  }

  private Set<ScoreMetric> metrics(boolean conditional) {
    if (metrics == null) {
      return ScoreMetric.usual(conditional);
    }
    Set<ScoreMetric> chosen = ScoreMetric.of(metrics);
    for (ScoreMetric metric : chosen) {
      if (metric.needsLabels() && !conditional) {
        throw new UsageException(
            "--metrics " + metric.id() + ": expected a conditional run, got one without labels");
      }
    }
    return chosen;
  }

  private Score stacks(TrainedRun.Generator generator, StackedImages data) throws IOException {
    fetch(data.set());
    LabelledDataset train = data.parts(Split.TRAIN);
    LabelledDataset test = data.parts(Split.TEST);
    StackedSamples trainStacks = new StackedSamples(train, draws("training"));
    StackedSamples testStacks = new StackedSamples(test, draws("test"));
    float[] real = new float[testStacks.sampleShape().batch(count(STACKS)).length()];
    testStacks.batch(0, real);
    int classes = train.classes();
    try (Backend backend = generator.open()) {
      float[] samples = generator.sample(count(STACKS), seed, backend);
      Classifier classifier = partClassifier(data.set(), train, backend);
      int pixels = train.sampleShape().length();
      int[] labels = new int[count(STACKS)];
      trainStacks.labels(0, labels);
      return new StackScore(
          classifier.accuracy(test),
          Histogram.ofLabels(labels, classes),
          Histogram.ofPredictions(
              classifier.predict(StackedSamples.parts(real, pixels)), classes, confidence),
          Histogram.ofPredictions(
              classifier.predict(StackedSamples.parts(samples, pixels)), classes, confidence),
          confidence);
    }
  }

  private RngStream draws(String name) {
    return Rng.ofSeed(seed).child("score").stream(name);
  }

  private void fetch(ImageSet set) throws IOException {
    new ImageData(DataSets.ofEnvironment(), Launch.root(), spec.commandLine().getErr()).ensure(set);
  }

  private int count(int usual) {
    return n == null ? usual : n;
  }

  private Classifier partClassifier(ImageSet set, LabelledDataset train, Backend backend) {
    return ClassifierTraining.run(
        set.id(), ClassifierConfig.dense(train), train, backend, spec.commandLine().getErr());
  }

  private static String text(Score score, TrainedRun.Generator generator) {
    return String.format(
        Locale.ROOT,
        "%s%nthe generator's %s of step %d, from %s",
        score.text(),
        generator.parameters(),
        generator.steps(),
        generator.checkpoint());
  }

  private ObjectNode json(Score score, TrainedRun.Generator generator) {
    ObjectNode json = score.json();
    generator.addTo(json.put("seed", seed));
    return json;
  }

  private ExitCode bar(Score score) {
    Optional<String> shortfall = atLeast == null ? Optional.empty() : score.shortfall(atLeast);
    if (shortfall.isEmpty()) {
      return ExitCode.DONE;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println("samples: " + shortfall.get() + "; train longer, or try another config");
    err.flush();
    return ExitCode.CHECK_FAILED;
  }
}
