package org.gan4j.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.backend.Backend;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.idx.DataSets;
import org.gan4j.data.idx.ImageSet;
import org.gan4j.data.idx.Split;
import org.gan4j.train.GanConfig;
import org.gan4j.train.classifier.Classifier;
import org.gan4j.train.classifier.ClassifierConfig;
import org.gan4j.train.classifier.ClassifierTrainer;
import org.gan4j.train.config.Images;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan score}. */
@Command(
    name = "score",
    description = {
      "Judges a generator of pictures by a classifier, trained here on the run's data set:",
      "how many samples it recognises, and of which classes they are."
    },
    footer = {
      "",
      "Examples:",
      "  gan score runs/mnist-1",
      "  gan score runs/mnist-1 --n 10000 --confidence 0.99 --json",
      "  gan score runs/mnist-1 --at-least 0.7"
    })
final class ScoreCommand implements Callable<Integer> {
  private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(10);

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private TrainedRun trained;
  @Mixin private PluginOptions plugins;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many samples. Default: ${DEFAULT-VALUE}.")
  private int n;

  @Option(names = "--seed", paramLabel = "N", description = "Decides the draws. Default: 0.")
  private long seed;

  @Option(
      names = "--confidence",
      paramLabel = "P",
      defaultValue = "0.9",
      description = "The probability from which on a sample counts. Default: ${DEFAULT-VALUE}.")
  private double confidence;

  @Option(
      names = "--at-least",
      paramLabel = "FRACTION",
      description = "Exit with code 1 if fewer samples count, or if a class has none.")
  private Double atLeast;

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::judged);
  }

  private int judged() throws IOException {
    requireFraction("--confidence", confidence);
    requireFraction("--at-least", atLeast == null ? 0 : atLeast);
    if (n < 1) {
      throw new UsageException("--n: expected at least 1 sample, got " + n);
    }
    TrainedRun.Generator generator = trained.load();
    Score score = score(generator, set(generator.config()));
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

  private ImageSet set(GanConfig config) {
    if (config.data() instanceof Images images) {
      return images.set();
    }
    throw new UsageException(
        trained.directory()
            + ": expected a run on labelled pictures, such as --data mnist, got one on "
            + config.data());
  }

  private Score score(TrainedRun.Generator generator, ImageSet set) throws IOException {
    new ImageData(DataSets.ofEnvironment(), Launch.root(), spec.commandLine().getErr()).ensure(set);
    LabelledDataset test = DataSets.ofEnvironment().load(set, Split.TEST);
    try (Backend backend = generator.open()) {
      float[] samples = generator.sample(n, seed, backend);
      Classifier classifier = classifier(set, backend);
      return new Score(
          classifier.accuracy(test),
          classifier.judge(Classifier.samples(test)),
          classifier.judge(samples),
          confidence);
    }
  }

  private Classifier classifier(ImageSet set, Backend backend) throws IOException {
    LabelledDataset train = DataSets.ofEnvironment().load(set, Split.TRAIN);
    ClassifierTrainer trainer = new ClassifierTrainer(ClassifierConfig.of(train), train, backend);
    PrintWriter err = spec.commandLine().getErr();
    err.println("Training a classifier on %s: %d steps".formatted(set.id(), trainer.steps()));
    err.flush();
    long[] last = {System.nanoTime()};
    return trainer.train(
        (step, loss) -> {
          if (System.nanoTime() - last[0] >= LINE_EVERY) {
            last[0] = System.nanoTime();
            err.println("step %d of %d, cross-entropy %.3f".formatted(step, trainer.steps(), loss));
            err.flush();
          }
        });
  }

  private ObjectNode json(Score score, TrainedRun.Generator generator) {
    ObjectNode json = score.json();
    json.put("seed", seed)
        .put("checkpoint", generator.checkpoint().toString())
        .put("step", generator.steps());
    return json;
  }

  private ExitCode bar(Score score) {
    if (atLeast == null || (score.confident() >= atLeast && score.missing() == 0)) {
      return ExitCode.DONE;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "samples: expected %s or more recognised and no class missing, got %s and %d missing; train longer, or try another config"
            .formatted(atLeast, score.confident(), score.missing()));
    err.flush();
    return ExitCode.CHECK_FAILED;
  }
}
