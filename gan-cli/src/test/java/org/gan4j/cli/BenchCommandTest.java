package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speed itself is never asserted: it depends on the machine and what else runs there. */
class BenchCommandTest {
  @TempDir private Path temp;

  private Path file(String name, double median) throws IOException {
    return Files.writeString(
        temp.resolve(name),
        "{\"cases\":[{\"name\":\"step/toy2d\",\"backend\":\"cpu\",\"median_us\":" + median + "}]}");
  }

  @Test
  void measuresOnEachBackendAndWritesAReport() throws IOException {
    Path folder = temp.resolve("report");
    Outcome outcome =
        Outcome.of(
            "bench",
            "--only",
            "gemm/16x,step/toy2d-r1",
            "--backend",
            "cpu,nd4j",
            "--threads",
            1,
            "--out",
            folder,
            "--json");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("2/2 cases", "step/toy2d-r1: cpu ", "Report: ");
    JsonNode json = outcome.json();
    assertThat(json.path("peak_gflops").asDouble()).isPositive();
    assertThat(json.path("copy_gbps").asDouble()).isPositive();
    assertThat(json.path("kernel").asText()).isNotEmpty();
    assertThat(json.path("cases").findValuesAsText("name"))
        .containsExactly("step/toy2d-r1", "step/toy2d-r1", "gemm/16x16x16-nt", "gemm/16x16x16-nt");
    for (JsonNode one : json.path("cases")) {
      double median = one.path("median_us").asDouble();
      assertThat(one.path("min_us").asDouble()).isPositive().isLessThanOrEqualTo(median);
      assertThat(one.path("max_us").asDouble()).isGreaterThanOrEqualTo(median);
      assertThat(one.path("gflops").asDouble()).isPositive();
      assertThat(one.path("peak_share").asDouble()).isPositive();
    }
    assertThat(Files.readString(folder.resolve("report.html"))).contains("<svg", "step/toy2d-r1");
    assertThat(Outcome.of("bench", "--from", folder.resolve("report.json"), "--json").json())
        .isEqualTo(json);
  }

  @Test
  void aSlowerCaseExitsWith1() throws IOException {
    Path slow = file("slow.json", 130);
    Path fast = file("fast.json", 100);
    Outcome slower = Outcome.of("bench", "--from", slow, "--compare", fast, "--tolerance", 0.25);
    assertThat(slower.exit()).isEqualTo(1);
    assertThat(slower.out()).containsPattern("step/toy2d +cpu +130 +100 +1.30 SLOWER");
    assertThat(slower.err())
        .isEqualToNormalizingNewlines(
            "bench: expected no case to take more than 1.25 times as long as in "
                + fast
                + ", got 1; measure again on a quiet machine, or raise --tolerance\n");
    assertThat(Outcome.of("bench", "--from", slow, "--compare", fast, "--tolerance", 0.35).exit())
        .isZero();
    Outcome faster = Outcome.of("bench", "--from", fast, "--compare", slow, "--json");
    assertThat(faster.exit()).isZero();
    assertThat(faster.json().path("comparison").get(0).path("worse").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--only nothing | 2 | --only: expected the beginning of a case's name",
        "--backend abacus | 7 | backend 'abacus': there is no such backend",
        "--threads 0 | 2 | backend options: expected at least 1 thread, got 0",
        "--tolerance -1 | 2 | --tolerance: expected a fraction >= 0, got -1.0",
        "--dtype HALF | 2 | Invalid value for option '--dtype'",
        "--compare none.json | 4 | none.json: expected a file or folder, got none"
      })
  void badInputIsOneSentence(String options, int exit, String message) {
    Outcome outcome = Outcome.of((Object[]) ("bench " + options).split(" "));
    assertThat(outcome.exit()).isEqualTo(exit);
    assertThat(outcome.err()).startsWith(message);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aDamagedFileExitsWith3() throws IOException {
    Path damaged = Files.writeString(temp.resolve("damaged.json"), "[]");
    Outcome outcome = Outcome.of("bench", "--from", damaged);
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).startsWith(damaged + ": expected an object with a list of cases");
  }

  @Test
  void whatCannotBeComparedIsRefusedBeforeItIsMeasured() throws IOException {
    Outcome outcome =
        Outcome.of(
            "bench",
            "--only",
            "gemm/16x",
            "--out",
            temp.resolve("unused"),
            "--compare",
            file("other.json", 1));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("--compare: expected a file with some of the same cases");
    assertThat(temp.resolve("unused")).doesNotExist();
  }
}
