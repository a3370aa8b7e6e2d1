package org.gan4j.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.gan4j.io.Sha256;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.study.measure.Metric;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.run.Studies.Recorder;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;
import org.gan4j.train.config.ConfigException;
import org.gan4j.train.run.LockedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRunTest {
  private static final String TRIALS =
      "\"measure\": { \"type\": \"coverage\", \"samples\": 200 }, \"measureEvery\": 5,"
          + " \"checkpointsEvery\": 3";

  @TempDir private Path temp;

  /** Everything that must not depend on how a study ran: all files but those with times. */
  private static Map<String, String> files(Path study) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(study.resolve("trials"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = study.relativize(file).toString();
        boolean timed = name.endsWith("times.csv") || name.endsWith("lock");
        if (!timed) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          files.put(name, Sha256.hex(text.replaceFirst("\"seconds\" : [0-9.E-]+", "")));
        }
      }
    }
    return files;
  }

  private static final class Shuffled implements TrialWorkers {
    private final TrialWorkers workers = new LocalWorkers(2);

    @Override
    public void run(List<TrialTask> tasks, Progress progress)
        throws IOException, InterruptedException {
      List<TrialTask> shuffled = new ArrayList<>(tasks);
      Collections.shuffle(shuffled, new Random(1));
      workers.run(shuffled, progress);
    }
  }

  @Test
  void theNumbersDependNeitherOnWorkersNorOnOrderNorOnStops() throws Exception {
    StudyPlan plan = Studies.plan(TRIALS);
    StudyRun.Outcome one =
        Studies.run(temp.resolve("one"), plan, new LocalWorkers(1), new Recorder());
    assertThat(one.complete()).isTrue();
    assertThat(one.results().count(TrialStatus.DONE)).isEqualTo(12);
    Map<String, String> expected = files(temp.resolve("one"));
    assertThat(expected.size()).isGreaterThan(12 * 6);

    Studies.run(temp.resolve("two"), plan, new LocalWorkers(2), new Recorder());
    assertThat(files(temp.resolve("two"))).isEqualTo(expected);
    Studies.run(temp.resolve("shuffled"), plan, new Shuffled(), new Recorder());
    assertThat(files(temp.resolve("shuffled"))).isEqualTo(expected);

    Path stopped = temp.resolve("stopped");
    for (int stop = 0; stop < 5; stop++) {
      Recorder recorder = new Recorder(37);
      assertThat(Studies.run(stopped, plan, new LocalWorkers(2), recorder).complete()).isFalse();
      assertThat(recorder.steps()).isLessThan(40);
    }
    assertThat(Studies.run(stopped, plan).complete()).isTrue();
    assertThat(files(stopped)).isEqualTo(expected);
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws Exception {
    StudyPlan plan = Studies.plan(TRIALS);
    StudyResults first = Studies.run(temp, plan).results();
    Recorder recorder = new Recorder();
    StudyRun.Outcome again = Studies.run(temp, plan, new LocalWorkers(1), recorder);
    assertThat(recorder.planned).containsExactly(0);
    assertThat(recorder.ended).isEmpty();
    assertThat(again.results()).isEqualTo(first);
    assertThat(Files.readAllLines(temp.resolve("trials.csv")))
        .hasSize(13)
        .contains(
            "trial,loss,rate,seed,status,steps,seconds,modes,high_quality,reverse_kl,jsd,reason,config");
    assertThat(Files.readAllLines(temp.resolve("settings.csv"))).hasSize(5);
  }

  /** A larger study of the same base goes on in the same folder. */
  @Test
  void moreSeedsCostOnlyThemselves() throws Exception {
    Studies.run(temp, Studies.plan("", 2, TRIALS));
    Recorder recorder = new Recorder();
    Studies.run(temp, Studies.plan("", 3, TRIALS), new LocalWorkers(1), recorder);
    assertThat(recorder.ended).extracting(TrialResult::trial).containsExactly("base-seed-3");
  }

  @Test
  void divergedAndFailedTrialsAreRows() throws Exception {
    StudyPlan plan =
        Studies.plan(
            """
            { "type": "values", "settings": ["game.generator.optimizer.rate"],
              "values": [ 0.1, 1e200 ] },
            { "type": "values", "settings": ["game.generator.network.layers.1.units"],
              "values": [ 2, 3 ] }
            """,
            2,
            TRIALS);
    StudyResults results = Studies.run(temp, plan).results();
    assertThat(results.count(TrialStatus.DONE)).isEqualTo(2);
    assertThat(results.count(TrialStatus.DIVERGED)).isEqualTo(2);
    assertThat(results.count(TrialStatus.FAILED)).isEqualTo(4);
    String table = Files.readString(temp.resolve("trials.csv"));
    assertThat(table)
        .contains("expected finite numbers, got NaN or infinity in ")
        .contains("config: ");
    Combination diverging = plan.combinations().get(2);
    Metric modes = results.metrics().get(0);
    assertThat(results.seeds(diverging, modes).orElseThrow().mean()).hasValue(0);
    assertThat(results.ranked().get(0)).isEqualTo(plan.combinations().get(0));
    for (Trial trial : plan.trials()) {
      assertThat(temp.resolve("trials").resolve(trial.name()).resolve("result.json")).exists();
    }
  }

  /** A failure may be a full disk, so it is tried again; a divergence would come again. */
  @Test
  void aFailedTrialIsTriedAgain() throws Exception {
    StudyPlan plan =
        Studies.plan(
            """
            { "type": "values", "settings": ["game.generator.network.layers.1.units"],
              "values": [ 3 ] }
            """,
            1,
            TRIALS);
    Studies.run(temp, plan);
    Recorder recorder = new Recorder();
    Studies.run(temp, plan, new LocalWorkers(1), recorder);
    assertThat(recorder.planned).containsExactly(1);
  }

  @Test
  void aStudyOfAnotherBaseIsRefused() throws Exception {
    Studies.run(temp, Studies.plan("", 1, TRIALS));
    StudyPlan longer = Studies.plan("", 1, TRIALS + ", \"steps\": 30");
    assertThatThrownBy(() -> Studies.run(temp, longer))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            temp.resolve("trials").resolve("base-seed-1")
                + ": expected the trial of this study, with training.steps 30, got one with 20; use"
                + " another folder for a study of another base");
  }

  @Test
  void twoProcessesDoNotShareAFolder() throws Exception {
    StudyPlan plan = Studies.plan("", 1, TRIALS);
    try (StudyFolder folder = StudyFolder.open(temp, plan)) {
      assertThat(folder.plan()).isEqualTo(plan);
      assertThatThrownBy(() -> StudyFolder.open(temp, plan)).isInstanceOf(LockedException.class);
    }
  }

  /** A process that is killed may leave these. */
  @Test
  void leftoversOfAKilledTrialAreReplaced() throws Exception {
    StudyPlan plan = Studies.plan("", 1, TRIALS);
    Studies.run(temp.resolve("whole"), plan);
    Path trial = temp.resolve("killed").resolve("trials").resolve("base-seed-1");
    Files.createDirectories(trial.resolve("samples"));
    Studies.run(temp.resolve("killed"), plan);
    assertThat(files(temp.resolve("killed"))).isEqualTo(files(temp.resolve("whole")));

    Files.delete(trial.resolve("result.json"));
    Studies.run(temp.resolve("killed"), plan);
    assertThat(files(temp.resolve("killed"))).isEqualTo(files(temp.resolve("whole")));

    Files.delete(trial.resolve("result.json"));
    Files.writeString(trial.resolve("measures.csv"), "step,modes,high_quality,reverse_kl,jsd\n");
    Files.writeString(trial.resolve("checkpoints").resolve("step-000020.safetensors"), "damaged");
    Studies.run(temp.resolve("killed"), plan);
    assertThat(files(temp.resolve("killed"))).isEqualTo(files(temp.resolve("whole")));
  }

  /** With a rate of almost 0 nothing is learned; the others decide. */
  @Test
  void halvingStopsTheWorseSettingsAndTrainsTheOthersAsIfAlone() throws Exception {
    String axes =
        """
        { "type": "values",
          "settings": ["game.generator.optimizer.rate", "game.discriminator.optimizer.rate"],
          "values": [ 1e-9, 0.3, 1e-8, 1e-7 ] }
        """;
    String measured = "\"measure\": { \"type\": \"coverage\", \"samples\": 200 }, \"steps\": 400";
    StudyPlan all = Studies.plan(axes, 2, measured);
    StudyPlan halved =
        Studies.plan(
            axes,
            2,
            measured
                + ", \"stopping\": { \"type\": \"successive-halving\", \"eta\": 2, \"rungs\": 2 }");
    StudyResults whole = Studies.run(temp.resolve("all"), all).results();
    Path folder = temp.resolve("halved");
    StudyRun.Outcome stopped =
        Studies.run(folder, halved, new LocalWorkers(2), new Recorder(1_000));
    assertThat(stopped.complete()).isFalse();
    StudyResults half = Studies.run(folder, halved).results();
    assertThat(half.count(TrialStatus.DONE)).isEqualTo(2);
    assertThat(half.count(TrialStatus.STOPPED)).isEqualTo(6);
    assertThat(half.steps()).isEqualTo(halved.steps()).isEqualTo(2 * (4 * 100 + 2 * 100 + 200));
    assertThat(half.ranked().get(0)).isEqualTo(whole.ranked().get(0));
    for (Trial trial : halved.of(half.ranked().get(0))) {
      assertThat(half.of(trial).orElseThrow().metrics())
          .isEqualTo(whole.of(trial).orElseThrow().metrics());
    }
    assertThat(Files.readString(folder.resolve("trials.csv")))
        .contains("step 100: a mean modes of ")
        .contains("not among the best 2 of 4 settings")
        .contains("step 200: ")
        .contains("not among the best 1 of 2 settings");
  }

  @Test
  void anEstimateTakesAFewSteps() throws Exception {
    StudyEstimate estimate = StudyEstimate.of(Studies.plan(TRIALS), 2);
    assertThat(estimate.secondsPerStep()).isPositive();
    assertThat(estimate.seconds()).isEqualTo(estimate.secondsPerStep() * 240 / 2);
  }

  @Test
  void aListenerThatFailsEndsTheStudy() throws Exception {
    StudyPlan plan = Studies.plan(TRIALS);
    StudyRun.Listener full =
        new StudyRun.Listener() {
          @Override
          public void planned(List<TrialTask> trials) {
            assertThat(trials).hasSize(12);
          }

          @Override
          public boolean goesOn() {
            return true;
          }

          @Override
          public void reached(Trial trial, long step) {
            if (step == 5) {
              throw new IllegalStateException("no terminal");
            }
          }

          @Override
          public void ended(Trial trial, TrialResult result) {
            assertThat(result.status()).isEqualTo(TrialStatus.FAILED);
          }
        };
    StudyResults results = Studies.run(temp, plan, new LocalWorkers(2), full).results();
    assertThat(results.count(TrialStatus.FAILED)).isEqualTo(12);
    assertThat(Studies.config(new Sgd(0.1)).seed()).isEqualTo(42);
  }
}
