package org.gan4j.peers.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.gan4j.speed.report.SpeedJson;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PeerStepsTest {
  @TempDir private Path folder;

  @Test
  void printsATableAndWritesWhatGanBenchReads() throws IOException {
    Path file = folder.resolve("steps.json");
    StringWriter printed = new StringWriter();
    int exit =
        PeerSteps.commandLine()
            .setOut(new PrintWriter(printed))
            .execute(
                "--size=toy",
                "--library=gan4j,nd4j_reused",
                "--threads=1",
                "--seconds=0.1",
                "--out=" + file);
    assertThat(exit).isZero();
    assertThat(printed.toString().lines()).hasSize(3);
    assertThat(printed.toString())
        .containsPattern("step/toy2d +GAN4J +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9]+ +1\\.00\n")
        .contains("ND4J_REUSED");
    SpeedResults results = SpeedJson.read(file);
    assertThat(results.backends()).containsExactly("GAN4J", "ND4J_REUSED");
    assertThat(results.cases()).extracting(CaseResult::name).containsOnly("step/toy2d");
    assertThat(results.facts()).containsEntry("threads", "1");
  }

  @Test
  void refusesATimeOfNothing() {
    StringWriter errors = new StringWriter();
    CommandLine command = PeerSteps.commandLine().setErr(new PrintWriter(errors));
    assertThat(command.execute("--seconds=0")).isNotZero();
    assertThat(errors.toString()).contains("--seconds: expected a finite time > 0, got 0.0");
  }
}
