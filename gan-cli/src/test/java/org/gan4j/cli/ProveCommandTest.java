package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Theorem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
  private static final Theorem HALF_TRUE =
      Theorem.of(List.of(new NumberRow("good", 1), new NumberRow("bad", 2)));

  @TempDir Path temp;

  @Test
  void partsOfTheTheoremHold() throws IOException {
    Path out = temp.resolve("deep").resolve("proof");
    Outcome outcome = Outcome.of("prove", "--only", "7,10,golden", "--out", out);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("The optimal discriminator", "3 of 3 rows hold.");
    assertThat(outcome.err())
        .contains("row 7 holds", "3/3 rows", "Report: " + out.resolve("report.html"));
    assertThat(Files.readString(out.resolve("report.html"))).contains("3 of 3 rows hold", "<math");
    JsonNode json = new ObjectMapper().readTree(out.resolve("report.json").toFile());
    assertThat(json.path("rows")).hasSize(3);
    assertThat(json.path("seed").asLong()).isEqualTo(1);
    assertThat(json.path("full").asBoolean()).isFalse();
    try (var files = Files.list(out)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void jsonIsTheReportAndDependsOnTheSeed() throws IOException {
    Outcome one = Outcome.of("prove", "--only", "1", "--json", "--seed", 5);
    Outcome again = Outcome.of("prove", "--only", "1", "--json", "--seed", 5);
    Outcome other = Outcome.of("prove", "--only", "1", "--json", "--seed", 6);
    assertThat(one.exit()).as(one.err()).isZero();
    assertThat(one.json().path("holds").asBoolean()).isTrue();
    assertThat(one.json().path("seed").asLong()).isEqualTo(5);
    assertThat(again.out()).isEqualTo(one.out());
    assertThat(other.json().path("rows")).isNotEqualTo(one.json().path("rows"));
  }

  @Test
  void aRowThatFailsIsNamed() {
    Outcome outcome = Outcome.of(HALF_TRUE, "prove");
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("1 of 2 rows hold.", "the number: expected 2 = 1");
    assertThat(outcome.err())
        .contains("row bad FAILS")
        .endsWith(
            "prove: expected every row to hold, got failures in bad; see their checks, or write a"
                + " report with --out\n");
    assertThat(Outcome.of(HALF_TRUE, "prove", "--only", "good").exit()).isZero();
  }

  @Test
  void aReportIsWrittenOfFailuresToo() throws IOException {
    Outcome outcome = Outcome.of(HALF_TRUE, "prove", "--out", temp, "--full", "--seed", 3);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(Files.readString(temp.resolve("report.html")))
        .contains("1 of 2 rows hold", "seed 3");
    JsonNode json = new ObjectMapper().readTree(temp.resolve("report.json").toFile());
    assertThat(json.path("full").asBoolean()).isTrue();
    assertThat(json.at("/rows/0/numbers/0/value").asDouble()).isEqualTo(3);
  }

  @Test
  void plotsAndTableAreExportedOnRequest() {
    Path out = temp.resolve("proof");
    Outcome outcome = Outcome.of("prove", "--only", "7", "--out", out, "--svg", "--latex");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(out.resolve("plots/row-7-figure-1.svg")).content().contains("<svg", "Two densities");
    assertThat(out.resolve("report.tex")).content().contains("7 & The optimal discriminator & 5/5");
    for (String option : List.of("--svg", "--latex")) {
      Outcome nowhere = Outcome.of(HALF_TRUE, "prove", option);
      assertThat(nowhere.exit()).isEqualTo(2);
      assertThat(nowhere.err())
          .startsWith(option + ": expected a folder to write to, got none; add --out DIR");
    }
  }

  @Test
  void someRowsDoNotReplaceAReportWithOthers() throws IOException {
    assertThat(Outcome.of(HALF_TRUE, "prove", "--out", temp).exit()).isEqualTo(1);
    String before = Files.readString(temp.resolve("report.json"));
    Outcome outcome = Outcome.of(HALF_TRUE, "prove", "--only", "good", "--out", temp);
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                2,
                "",
                temp
                    + ": expected no report of rows that --only leaves out, got one of bad; name"
                    + " another folder\n"));
    assertThat(temp.resolve("report.json")).hasContent(before);
    assertThat(Outcome.of(HALF_TRUE, "prove", "--only", "bad,good", "--out", temp).exit())
        .isEqualTo(1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsReportedBeforeTheWork() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    Outcome outcome = Outcome.of("prove", "--out", file.resolve("proof"));
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith(file.toString()).doesNotContain("rows");
    assertThat(Outcome.of("prove", "--out", file).exit()).isEqualTo(4);
  }

  @Test
  void anUnknownRowListsTheKnownOnes() {
    Outcome outcome = Outcome.of(HALF_TRUE, "prove", "--only", "good,8");
    assertThat(outcome).isEqualTo(new Outcome(2, "", "row: expected one of good, bad, got '8'\n"));
  }

  @Test
  void theBarShowsRowsAndTheirProgress() throws InterruptedException {
    StringWriter err = new StringWriter();
    try (TasksProgress rows =
        TasksProgress.open(new PrintWriter(err), OptionalInt.of(60), 2, "rows")) {
      Theorem.of(List.of(new NumberRow("a", 1))).check(Setting.quick(1), new ProofProgress(rows));
    }
    assertThat(err.toString()).contains(" 50% [", "1/2 rows").endsWith("\n");
    assertThat(err.toString().lines().flatMap(line -> List.of(line.split("\r")).stream()))
        .allMatch(line -> line.length() < 60);
  }
}
