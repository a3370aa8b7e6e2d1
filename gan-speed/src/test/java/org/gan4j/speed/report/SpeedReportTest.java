package org.gan4j.speed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gan4j.data.DataException;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Timing;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.Ceiling;
import org.gan4j.speed.run.SpeedResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class SpeedReportTest {
  private static final Timing MILLISECOND = new Timing(1000, 500, 2000, 7);

  private static CaseResult result(String name, Kind kind, String backend, double flop) {
    return new CaseResult(name, kind, backend, MILLISECOND, new Cost(flop, 1e6));
  }

  private static SpeedResults results() {
    return new SpeedResults(
        Map.of("kernel", "Zen <5>", "dtype", "FLOAT32"),
        List.of(
            new Ceiling("cpu", "cpu", 1, 50, 10),
            new Ceiling("cpu", "cpu", 2, 90, 20),
            new Ceiling("nd4j", "cpu", 2, 70, 15),
            new Ceiling("gpu", "A card", 2, 9000, 2000)),
        List.of(
            result("step/toy2d", Kind.STEP, "cpu", 2e7),
            result("step/toy2d", Kind.STEP, "gpu", 2e7),
            result("width/64", Kind.SWEEP, "cpu", 1e6),
            result("width/128", Kind.SWEEP, "cpu", 3e6),
            result("gemm/512x512x512-nt", Kind.GEMM, "nd4j", 5e7),
            result("kernel/copy-256x1024", Kind.KERNEL, "cpu", 0)));
  }

  private static SpeedResults written(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return SpeedJson.read(file);
  }

  /** The fastest round of nd4j's product is 100 GFLOP/s, more than any ceiling of the processor. */
  @Test
  void jsonHasThePromisedFields() {
    JsonNode json = SpeedJson.of(results());
    assertThat(json.path("peak_gflops").asDouble()).isCloseTo(100, within(1e-9));
    assertThat(json.path("copy_gbps").asDouble()).isEqualTo(20);
    assertThat(json.path("kernel").asText()).isEqualTo("Zen <5>");
    JsonNode step = json.path("cases").get(0);
    assertThat(step.path("name").asText()).isEqualTo("step/toy2d");
    assertThat(step.path("backend").asText()).isEqualTo("cpu");
    assertThat(step.path("median_us").asDouble()).isEqualTo(1000);
    assertThat(step.path("min_us").asDouble()).isEqualTo(500);
    assertThat(step.path("max_us").asDouble()).isEqualTo(2000);
    assertThat(step.path("gflops").asDouble()).isCloseTo(20, within(1e-9));
    assertThat(step.path("peak_share").asDouble()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void aDeviceHasItsOwnPeak() {
    JsonNode onCard = SpeedJson.of(results()).path("cases").get(1);
    assertThat(onCard.path("peak_share").asDouble()).isCloseTo(20.0 / 9000, within(1e-9));
  }

  @Test
  void whatWasWrittenIsRead(@TempDir Path temp) throws IOException {
    SpeedResults read = written(temp.resolve("r.json"), SpeedJson.of(results()).toString());
    assertThat(read).isEqualTo(results());
  }

  @Test
  void aPeersFileNeedsThreeFields(@TempDir Path temp) throws IOException {
    String text = "{\"cases\":[{\"name\":\"step/x\",\"backend\":\"pytorch\",\"median_us\":12.5}]}";
    SpeedResults read = written(temp.resolve("peer.json"), text);
    assertThat(read.cases()).hasSize(1);
    assertThat(read.cases().get(0).timing()).isEqualTo(new Timing(12.5, 12.5, 12.5, 1));
    assertThat(read.cases().get(0).kind()).isEqualTo(Kind.STEP);
    assertThat(SpeedJson.of(read).path("cases").get(0).has("gflops")).isFalse();
    assertThat(SpeedPage.of(read)).contains("pytorch", "12.5 µs");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | expected an object with a list of cases, got nothing",
        "{\"cases\": 1} | expected an object with a list of cases, got 1",
        "{\"cases\": [{\"backend\": \"cpu\", \"median_us\": 1}]} | expected cases[0].name, a name,"
            + " got nothing",
        "{\"cases\": [{\"name\": \"a\", \"backend\": 2, \"median_us\": 1}]} | expected"
            + " cases[0].backend, a name, got 2",
        "{\"cases\": [{\"name\": \"a\", \"backend\": \"b\", \"median_us\": 0}]} | expected"
            + " cases[0].median_us, a time above 0, got 0",
        "{\"cases\": [ | expected JSON as gan bench writes it, got Unexpected end-of-input"
      })
  void damageIsNamed(String text, String message, @TempDir Path temp) {
    Path file = temp.resolve("damaged.json");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> written(file, text))
        .withMessageStartingWith(file + ": " + message)
        .withMessageEndingWith("; write one with gan bench --out DIR");
  }

  /** XHTML's parser reads it, apart from the void elements of the head. */
  @Test
  void thePageIsWellFormed() throws Exception {
    String page = SpeedPage.of(results());
    String body = page.substring(page.indexOf("<main>"), page.indexOf("</body>"));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body)));
    assertThat(page)
        .contains("Roofline of cpu", "By width", "Zen &lt;5&gt;", "step/toy2d", "20 %")
        .doesNotContain("http://", "https://");
  }

  @Test
  void theTableFitsATerminal() {
    String table = SpeedTable.text(results());
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
    assertThat(table)
        .contains("cpu, 2 threads: best product 90 GFLOP/s, copy 20 GB/s")
        .containsPattern("step/toy2d +cpu +1 ms +500 µs +20 +20 %")
        .containsPattern("kernel/copy-256x1024 +cpu +1 ms +500 µs +1 +5 %");
  }
}
