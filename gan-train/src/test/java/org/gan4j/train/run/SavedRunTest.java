package org.gan4j.train.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gan4j.core.backend.Activation;
import org.gan4j.data.DataException;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.gan4j.nn.optim.Ema;
import org.gan4j.nn.optim.RmsProp;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;
import org.gan4j.train.TrainListener;
import org.gan4j.train.config.ConfigJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedRunTest {
  private static final OutputSchedule SCHEDULE = new OutputSchedule(3, 20, 10, 2);
  private static final GanConfig CONFIG =
      GanConfig.of(
              new Points(new Ring(8, 1, 0.02)),
              2,
              new NonSaturating(),
              new Player(network(2), new Ema(0.9, new Adam(1e-3, 0.5, 0.9))),
              new Player(network(1), new RmsProp(1e-3)))
          .withSeed(7)
          .withBatch(4)
          .withSteps(40)
          .withThreads(1);

  private static LayerSpec network(int outputs) {
    return Sequential.of(
        new Dense(4, Activation.TANH), new BatchNorm(), new Dense(outputs, Activation.IDENTITY));
  }

  /** The first of the samples, larger is better. */
  private record First() implements SampleFigures {
    @Override
    public List<String> names() {
      return List.of("first");
    }

    @Override
    public List<String> ranking() {
      return names();
    }

    @Override
    public List<Number> of(float[] samples) {
      return List.of(samples[0]);
    }
  }

  @TempDir private Path temp;
  private RunDirectory run;

  @BeforeEach
  void name() {
    run = new RunDirectory(temp.resolve("run"));
  }

  private RunDirectory whole() throws IOException {
    RunDirectory whole = new RunDirectory(temp.resolve("whole"));
    ShortRuns.begun(whole, CONFIG, SCHEDULE, new First(), List.of());
    return whole;
  }

  private void stopAt(long step) throws IOException {
    ShortRuns.begun(run, CONFIG, SCHEDULE, new First(), List.of(ShortRuns.stopAt(step)));
    assertThat(Thread.interrupted()).isTrue();
  }

  /** On and off every schedule, and at the last step before the end. */
  @ParameterizedTest
  @ValueSource(longs = {1, 10, 17, 20, 39})
  void aStoppedRunGoesOnAsIfItHadNotBeenStopped(long step) throws IOException {
    stopAt(step);
    assertThat(ShortRuns.resumed(run, new First(), List.of()).steps()).isEqualTo(40);
    ShortRuns.assertSame(run, whole());
  }

  /** Killed at step 27, the run goes on from its checkpoint at step 20; at step 3 it has none. */
  @ParameterizedTest
  @CsvSource({"27, 20", "3, 0", "30, 30"})
  void aKilledRunGoesOnFromItsLastCheckpoint(long killed, long from) throws IOException {
    List<TrainListener> dying = List.of(ShortRuns.dieAt(killed));
    assertThatThrownBy(() -> ShortRuns.begun(run, CONFIG, SCHEDULE, new First(), dying))
        .hasMessage("killed");
    Files.write(run.metrics(), new byte[] {'2', '8', ','}, StandardOpenOption.APPEND);
    Path torn = run.path().resolve("checkpoints/.0123abcd-0123-0123-0123-0123456789ab.tmp");
    Files.write(torn, new byte[5]);
    long[] first = new long[1];
    ShortRuns.resumed(
        run,
        new First(),
        List.of((report, t) -> first[0] = first[0] == 0 ? report.step() : first[0]));
    assertThat(first[0]).isEqualTo(from + 1);
    ShortRuns.assertSame(run, whole());
  }

  @Test
  void stoppedAgainAndAgainItIsTheSame() throws IOException {
    stopAt(5);
    for (long step : new long[] {6, 12, 20, 33}) {
      ShortRuns.resumed(run, new First(), List.of(ShortRuns.stopAt(step)));
      assertThat(Thread.interrupted()).isTrue();
    }
    ShortRuns.resumed(run, new First(), List.of());
    ShortRuns.assertSame(run, whole());
  }

  /** Apart from the row, picture and checkpoint of the first end, a longer run is the same too. */
  @Test
  void aLongerRunEndsWithTheBitsOfOnePlannedSo() throws IOException {
    GanConfig longer = CONFIG.withSteps(60);
    ShortRuns.begun(run, CONFIG, SCHEDULE, new First(), List.of());
    try (SavedRun saved = SavedRun.open(run.path())) {
      saved.proceed(longer, SCHEDULE, new First()).train(List.of());
    }
    RunDirectory whole = new RunDirectory(temp.resolve("whole"));
    ShortRuns.begun(whole, longer, SCHEDULE, new First(), List.of());
    assertThat(run.checkpoint(60)).hasSameBinaryContentAs(whole.checkpoint(60));
    assertThat(run.picture(60)).hasSameBinaryContentAs(whole.picture(60));
    assertThat(ConfigJson.read(run.config())).isEqualTo(longer);
  }

  @Test
  void theLastCheckpointsAndTheBestAreKept() throws IOException {
    ShortRuns.begun(run, CONFIG, new OutputSchedule(1, 0, 4, 2), new First(), List.of());
    BestCheckpoint best = BestCheckpoint.of(run, new First()).orElseThrow();
    double most = -Double.MAX_VALUE;
    long first = 0;
    for (String row : Files.readAllLines(run.metrics())) {
      String[] fields = row.split(",", -1);
      boolean measured = !fields[7].isEmpty() && !fields[7].equals("first");
      if (measured && Double.parseDouble(fields[7]) > most) {
        most = Double.parseDouble(fields[7]);
        first = Long.parseLong(fields[0]);
      }
    }
    assertThat(best).isEqualTo(new BestCheckpoint(first, List.of("first"), List.of(most)));
    assertThat(run.checkpointSteps())
        .containsExactlyElementsOf(new TreeSet<>(List.of(first, 36L, 40L)));
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 1", "2, 2", "50, 10"})
  void keepSaysHowMany(int keep, int kept) throws IOException {
    ShortRuns.begun(run, CONFIG, new OutputSchedule(0, 0, 4, keep), List.of());
    assertThat(run.checkpointSteps()).hasSize(kept);
    assertThat(run.checkpointSteps().last()).isEqualTo(40);
  }

  @Test
  void aDamagedCheckpointIsPassedOverAndNamed() throws IOException {
    stopAt(25);
    flip(run.checkpoint(25));
    try (SavedRun saved = SavedRun.open(run.path())) {
      assertThat(saved.steps()).isEqualTo(20);
      assertThat(saved.skipped())
          .singleElement()
          .asString()
          .startsWith("safetensors " + run.checkpoint(25) + ": expected content with the SHA-256");
    }
    ShortRuns.resumed(run, new First(), List.of());
    ShortRuns.assertSame(run, whole());
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void withoutASoundCheckpointItIsBadData() throws IOException {
    stopAt(5);
    flip(run.checkpoint(5));
    assertRefused(
        DataException.class,
        run.path()
            + ": expected a sound checkpoint, got none; start a new run from its config.json."
            + " safetensors "
            + run.checkpoint(5)
            + ": expected content with the SHA-256 that its header states at the beginning, got ");
  }

  @Test
  void aCheckpointWithAnothersNameOrOfAnotherRunIsPassedOver() throws IOException {
    stopAt(5);
    Files.copy(run.checkpoint(5), run.checkpoint(9));
    RunDirectory other = new RunDirectory(temp.resolve("other"));
    ShortRuns.begun(other, CONFIG.withSeed(8), SCHEDULE, new First(), List.of());
    Files.copy(other.checkpoint(30), run.checkpoint(30));
    try (SavedRun saved = SavedRun.open(run.path())) {
      assertThat(saved.steps()).isEqualTo(5);
      assertThat(saved.skipped())
          .containsExactly(
              run.checkpoint(30)
                  + ": expected a checkpoint of this config, with seed 7, got 8; use a checkpoint"
                  + " that GAN4J wrote for this config",
              run.checkpoint(9)
                  + ": expected the state of step 9, as its name says, got step 5; use a checkpoint"
                  + " that GAN4J wrote for this config");
    }
  }

  private void assertRefused(Class<? extends IOException> type, String message) {
    assertThatThrownBy(() -> SavedRun.open(run.path()).close())
        .isInstanceOf(type)
        .hasMessageStartingWith(message);
  }

  @Test
  void whatIsNoRunIsNamed() throws IOException {
    assertRefused(
        ResumeException.class,
        run.path() + ": expected a run directory, got no such folder; gan train makes one");
    Files.createDirectories(run.path());
    assertRefused(
        ResumeException.class,
        run.path()
            + ": expected a run directory, got a folder without config.json; name one that gan"
            + " train made");
    assertThat(run.lock()).doesNotExist();
    Files.createDirectories(run.path().resolve("samples"));
    assertRefused(
        ResumeException.class,
        run.path()
            + ": expected a run directory, got one that was cut off before its config.json was"
            + " written; remove it and start again");
  }

  @Test
  void aFinishedRunIsNamed() throws IOException {
    whole();
    RunDirectory whole = new RunDirectory(temp.resolve("whole"));
    assertThatThrownBy(() -> ShortRuns.resumed(whole, new First(), List.of()))
        .isInstanceOf(ResumeException.class)
        .hasMessage(
            whole.path()
                + ": expected steps left to train, got a run with 40 of 40; ask for more with"
                + " --steps");
  }

  @Test
  void newerFormatsAreNamed() throws IOException {
    stopAt(5);
    String later = "; a newer GAN4J wrote it, use that one";
    edit(run.output(), text -> text.replace("\"format\" : 1", "\"format\" : 2"));
    assertRefused(DataException.class, run.output() + ": expected \"format\": 1, got 2" + later);
    edit(run.config(), text -> text.replace("\"format\" : 1", "\"format\" : 2"));
    assertRefused(DataException.class, run.config() + ": expected \"format\": 1, got 2" + later);
  }

  @Test
  void aDamagedOutputFileIsNamed() throws IOException {
    stopAt(5);
    String advice = "; start a new run from config.json beside it";
    edit(run.output(), text -> text.replace("\"keep\" : 2", "\"keep\" : -2"));
    assertRefused(
        DataException.class,
        run.output() + ": expected a number >= 0 as \"keep\", got -2" + advice);
    edit(run.output(), text -> "{");
    assertRefused(
        DataException.class, run.output() + ": expected JSON, got Unexpected end-of-input");
    Files.delete(run.output());
    assertRefused(
        DataException.class,
        run.output() + ": expected how often the run writes its output, got no such file" + advice);
  }

  private static void edit(Path file, UnaryOperator<String> change) throws IOException {
    String text = Files.readString(file);
    assertThat(change.apply(text)).isNotEqualTo(text);
    Files.writeString(file, change.apply(text));
  }

  @Test
  void secondsGoOnFromThoseBefore() throws IOException {
    stopAt(20);
    edit(run.times(), text -> text.replaceAll("(?m)^20,.*$", "20,1000.5"));
    ShortRuns.resumed(run, new First(), List.of());
    List<String> rows = Files.readAllLines(run.times());
    double next = Double.parseDouble(rows.get(rows.indexOf("20,1000.5") + 1).split(",", -1)[1]);
    assertThat(next).isBetween(1000.5, 1060.0);
  }

  @Test
  void anotherMachineIsListed() throws IOException {
    stopAt(5);
    try (SavedRun saved = SavedRun.open(run.path())) {
      assertThat(saved.changes(CONFIG)).isEmpty();
      assertThat(saved.changes(CONFIG.withThreads(2))).containsExactly("threads 2, was 1");
      assertThat(saved.changes(CONFIG.withBackend("reference")))
          .contains("backend reference, was cpu")
          .anyMatch(change -> change.startsWith("openblas none, was 0."));
    }
  }
}
