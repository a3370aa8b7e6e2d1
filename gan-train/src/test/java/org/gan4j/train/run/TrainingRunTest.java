package org.gan4j.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.io.safetensors.SafetensorsException;
import org.gan4j.io.safetensors.SafetensorsFile;
import org.gan4j.losses.Hinge;
import org.gan4j.nn.Layer;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.Sampler;
import org.gan4j.train.StepReport;
import org.gan4j.train.config.ConfigJson;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRunTest {
  private static final OutputSchedule OUTPUT = new OutputSchedule(1, 0, 0);

  @TempDir Path temp;

  private static GanConfig shortRun(long steps, String backend) {
    return Presets.named("gaussian")
        .withSeed(7)
        .withBatch(16)
        .withSteps(steps)
        .withBackend(backend)
        .withThreads(1);
  }

  @Test
  void theFolderHoldsEverything() throws IOException {
    GanConfig config = shortRun(20, "cpu");
    RunDirectory directory = new RunDirectory(temp.resolve("run"));
    TrainingRun.Outcome outcome =
        ShortRuns.begun(directory, config, new OutputSchedule(5, 10, 10), List.of());
    assertThat(outcome.steps()).isEqualTo(20);
    assertThat(outcome.interrupted()).isFalse();
    assertThat(ConfigJson.read(directory.config())).isEqualTo(config);
    assertThat(Files.readAllLines(directory.metrics()))
        .hasSize(5)
        .first()
        .asString()
        .isEqualTo(
            "step,discriminator_loss,generator_loss,mean_real,mean_fake,"
                + "discriminator_gradient_norm,generator_gradient_norm");
    assertThat(directory.picture(10)).exists();
    assertThat(directory.picture(20)).exists();
    assertThat(directory.checkpoint(10)).exists();
    assertThat(directory.latestCheckpoint()).contains(directory.checkpoint(20));
  }

  /** The number of samples and the first of them. */
  private record FirstSample() implements SampleFigures {
    @Override
    public List<String> names() {
      return List.of("count", "first");
    }

    @Override
    public List<Number> of(float[] samples) {
      return List.of(samples.length, samples[0]);
    }
  }

  /** Rows 3, 6, 9 of the metrics, 4 and 8 with a picture, 5 with a checkpoint, and the end. */
  @Test
  void figuresOfTheSamplesHaveARowWithEachPictureAndCheckpoint() throws IOException {
    GanConfig config = shortRun(10, "cpu");
    RunDirectory directory = new RunDirectory(temp.resolve("run"));
    float[][] last = new float[1][];
    ShortRuns.begun(
        directory,
        config,
        new OutputSchedule(3, 4, 5),
        new FirstSample(),
        List.of((report, trainer) -> last[0] = picture(trainer)));
    List<String[]> rows =
        Files.readAllLines(directory.metrics()).stream().map(row -> row.split(",", -1)).toList();
    assertThat(rows)
        .extracting(row -> row[0])
        .containsExactly("step", "3", "4", "5", "6", "8", "9", "10");
    assertThat(rows)
        .extracting(row -> row[7])
        .containsExactly("count", "", "2000", "2000", "", "2000", "", "2000");
    assertThat(rows.get(7)[8]).isEqualTo(Float.toString(last[0][0]));
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(9));
  }

  private static float[] picture(GanTrainer trainer) {
    return trainer.sample(2_000, Rng.ofSeed(7).stream("picture/latent"));
  }

  @Test
  void samplesThatAreNotFiniteHaveNoFigures() throws IOException {
    GanConfig config = shortRun(1, "cpu");
    RunDirectory directory =
        RunDirectory.create(temp.resolve("run"), config, new OutputSchedule(1, 0, 0));
    try (RunTables tables = RunTables.open(directory, 0, new FirstSample())) {
      StepReport report = new StepReport(1, 0.5, 0.25, 1, 0, 2, 3);
      tables.row(report, Optional.of(new float[] {1, Float.NaN}));
      tables.row(report, Optional.of(new float[] {1, 2}));
    }
    assertThat(Files.readAllLines(directory.metrics()))
        .endsWith("1,0.5,0.25,1.0,0.0,2.0,3.0,,", "1,0.5,0.25,1.0,0.0,2.0,3.0,2,1.0");
  }

  /** So that two runs can be compared byte for byte, seconds are in a file of their own. */
  @Test
  void equalRunsHaveEqualMetricsAndTimesOfTheSameRows() throws IOException {
    GanConfig config = shortRun(12, "cpu");
    RunDirectory first = new RunDirectory(temp.resolve("first"));
    RunDirectory second = new RunDirectory(temp.resolve("second"));
    for (RunDirectory directory : List.of(first, second)) {
      ShortRuns.begun(directory, config, new OutputSchedule(5, 4, 0), List.of());
    }
    assertThat(first.metrics()).hasSameBinaryContentAs(second.metrics());
    List<String> times = Files.readAllLines(first.times());
    assertThat(times).first().isEqualTo("step,seconds");
    assertThat(times.stream().skip(1).map(row -> row.split(",", -1)[0]))
        .containsExactly("4", "5", "8", "10", "12");
    assertThat(times.stream().skip(1).map(row -> Double.valueOf(row.split(",", -1)[1])))
        .isSorted()
        .allSatisfy(seconds -> assertThat(seconds).isBetween(0.0, 60.0));
  }

  @Test
  void aCheckpointContinuesBitForBit() throws IOException {
    GanConfig config = shortRun(40, "cpu");
    Path file = temp.resolve("half.safetensors");
    float[] whole;
    float[] resumed;
    try (Backend backend = Backends.open("cpu", new BackendOptions(1, config.compute().dtype()))) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      for (int i = 0; i < 40; i++) {
        if (i == 20) {
          Checkpoint.of(trainer).write(file);
        }
        trainer.step();
      }
      whole = trainer.sample(50, Rng.ofSeed(1).stream("s"));
    }
    try (Backend backend = Backends.open("cpu", new BackendOptions(1, config.compute().dtype()))) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      Checkpoint checkpoint = Checkpoint.read(file);
      assertThat(checkpoint.steps()).isEqualTo(20);
      checkpoint.restore(trainer, backend);
      trainer.train(List.of());
      assertThat(trainer.steps()).isEqualTo(40);
      resumed = trainer.sample(50, Rng.ofSeed(1).stream("s"));
    }
    assertThat(resumed).containsExactly(whole);
  }

  @Test
  void theGeneratorAloneGivesTheSameSamples() throws IOException {
    GanConfig config = shortRun(10, "reference");
    try (Backend backend =
        Backends.open("reference", new BackendOptions(1, config.compute().dtype()))) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      trainer.train(List.of());
      Layer generator = Checkpoint.of(trainer).generator(backend);
      assertThat(new Sampler(config, generator, backend).sample(9, Rng.ofSeed(2).stream("s")))
          .containsExactly(trainer.sample(9, Rng.ofSeed(2).stream("s")));
    }
  }

  @Test
  void aCheckpointOfAnotherNetworkIsRefusedAndNothingChanges() throws IOException {
    try (Backend backend = Backends.open("cpu")) {
      GanTrainer gaussian = GanTrainer.open(shortRun(1, "cpu"), backend);
      GanConfig ring = Presets.named("ring");
      GanTrainer other = GanTrainer.open(ring, backend);
      float[] before = other.sample(5, Rng.ofSeed(2).stream("s"));
      assertThatThrownBy(() -> Checkpoint.of(gaussian).restore(other, backend))
          .isInstanceOf(SafetensorsException.class)
          .hasMessage(
              "memory: expected a checkpoint of this config, with seed 42, got 7;"
                  + " use a checkpoint that GAN4J wrote for this config");
      assertThat(other.sample(5, Rng.ofSeed(2).stream("s"))).containsExactly(before);
    }
  }

  /** Only the number of steps and the compute settings may differ, even if all shapes agree. */
  @Test
  void aCheckpointOfAnotherLossIsRefused() throws IOException {
    GanConfig config = shortRun(2, "cpu");
    try (Backend backend = config.compute().open()) {
      Checkpoint checkpoint = Checkpoint.of(GanTrainer.open(config, backend));
      GanConfig longer = config.withSteps(9).withThreads(2);
      checkpoint.restore(GanTrainer.open(longer, backend), backend);
      GanTrainer other = GanTrainer.open(config.withLoss(new Hinge()), backend);
      assertThatThrownBy(() -> checkpoint.restore(other, backend))
          .hasMessage(
              "memory: expected a checkpoint of this config, with game.loss.type \"hinge\", got"
                  + " \"non-saturating\"; use a checkpoint that GAN4J wrote for this config");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "many", "99999999999999999999"})
  void aNumberOfUpdatesThatCannotBeIsRefused(String updates) throws IOException {
    GanConfig config = shortRun(2, "cpu");
    try (Backend backend = config.compute().open()) {
      SafetensorsFile sound = Checkpoint.of(GanTrainer.open(config, backend)).file();
      Map<String, String> metadata = new LinkedHashMap<>(sound.metadata());
      metadata.put("generator_updates", updates);
      Checkpoint checkpoint =
          new Checkpoint(new SafetensorsFile(sound.tensors(), metadata), "my.safetensors");
      assertThatThrownBy(checkpoint::steps)
          .isInstanceOf(SafetensorsException.class)
          .hasMessage(
              "my.safetensors: expected a number of updates >= 0 as metadata 'generator_updates',"
                  + " got '"
                  + updates
                  + "'; use a checkpoint that GAN4J wrote for this config");
    }
  }

  @Test
  void aFolderInUseIsLeftAlone() throws IOException {
    GanConfig config = shortRun(1, "cpu");
    Path folder = Files.createDirectories(temp.resolve("mine"));
    Files.writeString(folder.resolve("thesis.txt"), "precious");
    assertThatThrownBy(() -> RunDirectory.create(folder, config, OUTPUT))
        .isInstanceOf(OccupiedException.class)
        .hasMessage(
            folder
                + ": expected a new or empty folder for the run, got one with files in it;"
                + " name another");
    assertThat(folder.resolve("config.json")).doesNotExist();
  }

  @Test
  void ofRunsThatStartAtOnceOneGetsTheFolder() throws Exception {
    GanConfig config = shortRun(1, "cpu");
    Path folder = temp.resolve("contested");
    List<Callable<RunDirectory>> starts =
        Collections.nCopies(8, () -> RunDirectory.create(folder, config, OUTPUT));
    ExecutorService threads = Executors.newFixedThreadPool(starts.size());
    int started = 0;
    try {
      for (Future<RunDirectory> start : threads.invokeAll(starts)) {
        try {
          assertThat(start.get().config()).hasContent(ConfigJson.write(config));
          started++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(OccupiedException.class);
        }
      }
    } finally {
      threads.shutdown();
    }
    assertThat(started).isEqualTo(1);
  }

  @Test
  void anInterruptSavesAndEnds() throws IOException {
    GanConfig config = shortRun(1_000_000, "cpu");
    RunDirectory directory = new RunDirectory(temp.resolve("run"));
    TrainingRun.Outcome outcome =
        ShortRuns.begun(directory, config, OUTPUT, List.of(ShortRuns.stopAt(3)));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcome.steps()).isEqualTo(3);
    assertThat(outcome.interrupted()).isTrue();
    assertThat(Checkpoint.read(directory.checkpoint(3)).steps()).isEqualTo(3);
  }
}
