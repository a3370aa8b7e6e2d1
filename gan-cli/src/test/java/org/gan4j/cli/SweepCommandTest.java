package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
  @TempDir private Path temp;

  private Path study(String axes, String trials) throws IOException {
    return Files.writeString(
        temp.resolve("study.json"),
        String.format(
            Locale.ROOT,
            """
        { "format": 1,
          "base": { "type": "preset", "preset": "gaussian" },
          "axes": [ %s ],
          "seeds": { "first": 1, "count": 2 },
          "trials": { "steps": 20, %s } }
        """,
            axes,
            trials));
  }

  private Path losses() throws IOException {
    return study(
        """
        { "type": "values", "settings": ["game.loss"],
          "values": [ { "type": "non-saturating" }, { "type": "hinge" } ] }
        """,
        "\"measure\": { \"type\": \"none\" }");
  }

  @Test
  void aDryRunListsTheTrialsAndTrainsNothing() throws IOException {
    Path out = temp.resolve("out");
    Outcome text = Outcome.of("sweep", losses(), "--dry-run", "--out", out, "--workers", 1);
    assertThat(text.exit()).as(text.err()).isZero();
    assertThat(text.out())
        .contains(": loss non-saturating, seed 1")
        .containsPattern(
            "4 trials: 2 settings, 2 seeds each; 80 steps in all, [0-9.]+ ms each: about"
                + " \\d+:\\d\\d with 1 worker");
    JsonNode json = Outcome.of("sweep", losses(), "--dry-run", "--json").json();
    assertThat(json.path("trials").get(3).path("loss").path("type").asText()).isEqualTo("hinge");
    assertThat(json.path("steps").asInt()).isEqualTo(80);
    assertThat(out).doesNotExist();
  }

  @Test
  void theFolderHasTablesAReportAndARunForEachTrial() throws IOException {
    Path out = temp.resolve("out");
    Outcome first = Outcome.of("sweep", losses(), "--out", out, "--workers", 2);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err()).contains("1/4 trials, ", "4/4 trials, ");
    assertThat(first.out())
        .contains("4 trials: 4 done, 0 diverged, 0 failed, 0 stopped, 0 open; " + out);
    assertThat(Files.readAllLines(out.resolve("trials.csv"))).hasSize(5);
    assertThat(out.resolve("report.html")).exists();
    String trial = Files.readAllLines(out.resolve("trials.csv")).get(1).split(",", -1)[0];
    Outcome sample =
        Outcome.of(
            "sample",
            out.resolve("trials").resolve(trial),
            "--n",
            5,
            "--out",
            temp.resolve("s.csv"));
    assertThat(sample.exit()).as(sample.err()).isZero();

    Outcome again = Outcome.of("sweep", losses(), "--out", out, "--json");
    assertThat(again.err()).isEqualTo("4/4 trials were done before\n");
    assertThat(again.json().path("done").asInt()).isEqualTo(4);
    assertThat(again.json().path("settings")).hasSize(2);
  }

  /** One of the two settings cannot be built; the other is trained. */
  @Test
  void aFailedTrialIsARowAndAnExitCode() throws IOException {
    Path study =
        study(
            """
            { "type": "values", "settings": ["game.discriminator.network"],
              "values": [ { "type": "dense", "units": 1, "activation": "identity",
                            "init": { "type": "fan-in-uniform" } },
                          { "type": "dense", "units": 2, "activation": "identity",
                            "init": { "type": "fan-in-uniform" } } ] }
            """,
            "\"measure\": { \"type\": \"none\" }");
    Outcome outcome = Outcome.of("sweep", study, "--out", temp.resolve("out"));
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(1);
    assertThat(outcome.out()).contains("4 trials: 2 done, 0 diverged, 2 failed");
    assertThat(outcome.err()).contains(": failed: config: ");
  }

  @Test
  void badRequestsSayWhatIsExpected() throws IOException {
    Path none = temp.resolve("none.json");
    assertThat(Outcome.of("sweep", none))
        .isEqualTo(new Outcome(2, "", none + ": expected a study file, got no such file\n"));
    assertThat(Outcome.of("sweep", losses(), "--workers", 0))
        .isEqualTo(new Outcome(2, "", "--workers: expected at least 1, got 0\n"));
    Path other = study("", "\"measure\": { \"type\": \"fid\" }");
    assertThat(Outcome.of("sweep", other).err())
        .contains("line 5, trials.measure: measure: expected one of none, coverage")
        .contains("got 'fid'");
  }
}
