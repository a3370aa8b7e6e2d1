package org.gan4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.gan4j.io.Sha256;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.run.LocalWorkers;
import org.gan4j.study.run.StudyFolder;
import org.gan4j.study.run.StudyRun;
import org.gan4j.study.run.TrialTask;
import org.gan4j.study.run.TrialWorkers;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark in this process, with two threads; a task may be tried four times. */
class SparkWorkersTest {
  private static final String LOSSES =
      """
      { "type": "values", "settings": ["game.loss"],
        "values": [ { "type": "non-saturating" }, { "type": "rpgan" }, { "type": "hinge" } ] },
      { "type": "values", "settings": ["game.penalties"],
        "values": [ [], [ { "type": "r1", "gamma": 0.1 } ] ] }
      """;

  private static SparkSession session;

  @TempDir private Path temp;

  @BeforeAll
  static void connect() {
    session =
        SparkSession.builder()
            .master("local[2,4]")
            .appName("SparkWorkersTest")
            .config("spark.ui.enabled", "false")
            .config("spark.log.level", "ERROR")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  private static StudyPlan plan(String axes, int seeds, String trials) throws IOException {
    String json =
        String.format(
            Locale.ROOT,
            """
        { "format": 1,
          "base": { "type": "preset", "preset": "ring" },
          "axes": [ %s ],
          "seeds": { "first": 1, "count": %d },
          "trials": { "measure": { "type": "coverage", "samples": 200 }, %s } }
        """,
            axes,
            seeds,
            trials);
    return StudyPlan.of(StudyJson.parse(json, "study").whole(Path.of("")), "study");
  }

  private StudyResults run(String name, StudyPlan plan, TrialWorkers workers) throws Exception {
    StudyRun.Listener silent =
        new StudyRun.Listener() {
          @Override
          public void planned(List<TrialTask> trials) {}

          @Override
          public boolean goesOn() {
            return true;
          }

          @Override
          public void reached(Trial trial, long step) {}

          @Override
          public void ended(Trial trial, TrialResult result) {}
        };
    try (StudyFolder folder = StudyFolder.open(temp.resolve(name), plan)) {
      StudyRun.Outcome outcome = new StudyRun(folder, workers, silent).run();
      assertThat(outcome.complete()).isTrue();
      return outcome.results();
    }
  }

  /** All files of the trials but those with times. */
  private Map<String, String> files(String name) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(temp.resolve(name).resolve("trials"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String relative = temp.resolve(name).relativize(file).toString();
        boolean timed = relative.endsWith("times.csv") || relative.endsWith("lock");
        if (!timed) {
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          files.put(relative, Sha256.hex(text.replaceFirst("\"seconds\" : [0-9.E-]+", "")));
        }
      }
    }
    return files;
  }

  @Test
  void theFilesAreThoseOfALocalRun() throws Exception {
    StudyPlan plan = plan(LOSSES, 2, "\"steps\": 10, \"measureEvery\": 5");
    run("local", plan, new LocalWorkers(2));
    StudyResults results = run("spark", plan, new SparkWorkers(session));
    assertThat(results.count(TrialStatus.DONE)).isEqualTo(12);
    assertThat(files("spark")).isNotEmpty().isEqualTo(files("local"));
  }

  @Test
  void resultsAreReadAsADataFrame() throws Exception {
    StudyPlan plan = plan(LOSSES, 1, "\"steps\": 5");
    StudyResults results = run("spark", plan, new SparkWorkers(session));
    List<Row> rows =
        session
            .read()
            .parquet(temp.resolve("spark").resolve("trials.parquet").toString())
            .orderBy("trial")
            .collectAsList();
    assertThat(rows).hasSize(6);
    for (Row row : rows) {
      TrialResult result = results.byTrial().get(row.<String>getAs("trial"));
      assertThat(row.<Double>getAs("modes")).isEqualTo(result.metric("modes").getAsDouble());
      assertThat(row.<String>getAs("status")).isEqualTo("done");
      assertThat(row.<String>getAs("config")).contains("\"seed\" : 1");
      assertThat(row.<Long>getAs("steps")).isEqualTo(5);
    }
  }

  /** Rungs go out and come back with their checkpoints. */
  @Test
  void halvingIsThatOfALocalRun() throws Exception {
    StudyPlan plan =
        plan(
            LOSSES,
            1,
            "\"steps\": 40, \"stopping\": { \"type\": \"successive-halving\", \"eta\": 2, \"rungs\": 2 }");
    StudyResults local = run("local", plan, new LocalWorkers(2));
    StudyResults spark = run("spark", plan, new SparkWorkers(session));
    assertThat(spark.count(TrialStatus.STOPPED)).isEqualTo(5);
    assertThat(spark.ranked()).isEqualTo(local.ranked());
    assertThat(files("spark")).isEqualTo(files("local"));
  }

  /** A task that throws would be tried four times. */
  @Test
  void aFailedTrialIsCaughtOnTheExecutor() throws Exception {
    StudyPlan plan =
        plan(
            """
            { "type": "values", "settings": ["game.discriminator.network"],
              "values": [ { "type": "dense", "units": 1, "activation": "identity",
                            "init": { "type": "fan-in-uniform" } },
                          { "type": "dense", "units": 2, "activation": "identity",
                            "init": { "type": "fan-in-uniform" } } ] }
            """,
            1,
            "\"steps\": 5");
    StudyResults results = run("spark", plan, new SparkWorkers(session));
    assertThat(results.count(TrialStatus.DONE)).isEqualTo(1);
    assertThat(results.count(TrialStatus.FAILED)).isEqualTo(1);
    assertThat(results.of(plan.trials().get(1)).orElseThrow().reason()).startsWith("config: ");
  }
}
