package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.cli.StackScore.Histogram;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.StackedSamples;
import org.gan4j.data.idx.DataSets;
import org.gan4j.data.idx.ImageSet;
import org.gan4j.data.idx.Split;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.data.spec.Images;
import org.gan4j.data.spec.Points;
import org.gan4j.data.spec.StackedImages;
import org.gan4j.metrics.classifier.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan score}. */
@Command(
    name = "score",
    description = {
      "Scores a generator of pictures with a classifier, trained here on the run's data set:",
      "how many samples it recognises and their classes; for stacks of three pictures, the",
      "number of modes found and their KL divergence to the uniform distribution."
    },
    footer = {
      "",
      "Examples:",
      "  gan score runs/mnist-1",
      "  gan score runs/mnist-1 --n 10000 --confidence 0.99 --json",
      "  gan score runs/mnist-1 --at-least 0.7",
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
      description = "Number of samples. Default: " + PICTURES + ", or " + STACKS + " stacks.")
  private Integer n;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the draws. Default: 0.")
  private long seed;

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
    TrainedRun.Generator generator = trained.load();
    Score score = score(generator);
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.println(common.json ? Json.text(json(score, generator)) : score.text());
    stdout.flush();
    return bar(score).code();
  }

  private static void requireFraction(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new UsageException(option + ": expected a number from 0 to 1, got " + value);
    }
  }

  private Score score(TrainedRun.Generator generator) throws IOException {
    DataSpec data = generator.config().data();
    if (data instanceof Images images) {
      return classes(generator, images.set());
    }
    if (data instanceof StackedImages stacks) {
      return stacks(generator, stacks);
    }
    throw new UsageException(
        trained.directory()
            + ": expected a run on labelled pictures, such as --data mnist, got one on "
            + (data instanceof Points ? "points" : "data of another kind"));
  }

  private Score classes(TrainedRun.Generator generator, ImageSet set) throws IOException {
    fetch(set);
    LabelledDataset train = DataSets.ofEnvironment().load(set, Split.TRAIN);
    LabelledDataset test = DataSets.ofEnvironment().load(set, Split.TEST);
    try (Backend backend = generator.open()) {
      float[] samples = generator.sample(count(PICTURES), seed, backend);
      Classifier classifier = classifier(set, train, backend);
      return new ClassScore(
          classifier.accuracy(test),
          classifier.predict(Classifier.samples(test)),
          classifier.predict(samples),
          confidence);
    }
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
      Classifier classifier = classifier(data.set(), train, backend);
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

  private Classifier classifier(ImageSet set, LabelledDataset train, Backend backend) {
    return ClassifierTraining.run(set.id(), train, backend, spec.commandLine().getErr());
  }

  private ObjectNode json(Score score, TrainedRun.Generator generator) {
    ObjectNode json = score.json();
    json.put("seed", seed)
        .put("checkpoint", generator.checkpoint().toString())
        .put("step", generator.steps());
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
