package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.metrics.ModeCoverage;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.study.coverage.Protocols;
import org.gan4j.train.GanConfig;
import org.gan4j.train.Player;
import org.gan4j.train.config.ConfigJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCommandTest {
  @TempDir private Path folder;

  private int studies;

  private Outcome quick(Object... more) {
    Object[] all = new Object[more.length + 11];
    Path out = folder.resolve("study-" + studies++);
    List<Object> always =
        List.of(
            "coverage",
            "--protocol",
            "veegan-2017",
            "--data",
            "ring",
            "--steps",
            30,
            "--seeds",
            2,
            "--out",
            out);
    System.arraycopy(always.toArray(), 0, all, 0, always.size());
    System.arraycopy(more, 0, all, always.size(), more.length);
    return Outcome.of(all);
  }

  private static float[] points(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("x,y");
    float[] points = new float[2 * (lines.size() - 1)];
    for (int i = 1; i < lines.size(); i++) {
      String[] numbers = lines.get(i).split(",", -1);
      points[2 * i - 2] = Float.parseFloat(numbers[0]);
      points[2 * i - 1] = Float.parseFloat(numbers[1]);
    }
    return points;
  }

  /** Scoring the written samples again gives the same figures. */
  @Test
  void jsonHasFiguresOfTheSamplesThatItWrote() throws IOException {
    Path samples = folder.resolve("points");
    Outcome outcome = quick("--json", "--samples", samples);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("2/2 seeds, seed ", ": modes ", ", high_quality ");
    JsonNode json = outcome.json();
    assertThat(json.path("protocol").asText()).isEqualTo("veegan-2017");
    assertThat(json.path("samples").asInt()).isEqualTo(2_500);
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      float[] points = points(samples.resolve("seed-" + (i + 1) + ".csv"));
      assertThat(points).hasSize(5_000);
      ModeCoverage coverage = ModeCoverage.of(points, new Ring(8, 1, 0.01));
      assertThat(json.path("modes").path("values").get(i).asInt()).isEqualTo(coverage.modes());
      assertThat(json.path("hq").path("values").get(i).asDouble())
          .isEqualTo(coverage.highQuality());
      assertThat(json.path("jsd").path("values").get(i).asDouble()).isBetween(0.01, Math.log(2));
      sum += coverage.highQuality();
    }
    assertThat(json.path("hq").path("mean").asDouble()).isCloseTo(sum / 2, within(1e-12));
    assertThat(json.path("modes").has("se")).isTrue();
    assertThat(json.path("seeds").toString()).isEqualTo("[1,2]");
    assertThat(json.path("true_distribution").path("modes").path("mean").asInt()).isEqualTo(8);
    assertThat(json.path("published").get(1))
        .hasToString(
            "{\"method\":\"VEEGAN\",\"modes\":\"8\",\"hq_percent\":\"52.9\",\"reverse_kl\":\"-\"}");
    assertThat(json.at("/config/training/steps").asInt()).isEqualTo(30);
    assertThat(json.at("/config/game/loss/type").asText()).isEqualTo("rpgan");
  }

  @Test
  void theTableHasEverySettingAndThePublishedFigures() {
    Outcome outcome = quick("--loss", "hinge", "--penalty", "r1", "--jobs", 1);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains(
            "Protocol veegan-2017 on the ring: 2500 samples of each of 2 trainings",
            "  loss                     hinge",
            "  penalties                r1(gamma 10.0)",
            "  generator network        sequential(layers dense(units ",
            "init fan-in-uniform)",
            "  discriminator optimizer  adam(rate ",
            "  steps                    30",
            "true distribution            8.0",
            "published: VEEGAN            8              52.9",
            "seed 2, ");
  }

  /** At a rate of almost 0, the generator stays away from all modes. */
  @Test
  void withoutHighQualityTheReverseKlIsUndefined() throws IOException {
    GanConfig best = Protocols.named("veegan-2017", "ring").best();
    Sgd frozen = new Sgd(1e-12);
    Path file = config(trainedBy(best, frozen));
    Outcome table = quick("--config", file);
    assertThat(table.exit()).as(table.err()).isZero();
    assertThat(table.out()).contains("0.0 ± 0.0          undefined (2 of 2)");
    JsonNode json = quick("--config", file, "--json").json();
    assertThat(json.path("reverse_kl").toString())
        .isEqualTo("{\"mean\":null,\"se\":null,\"values\":[null,null]}");
    assertThat(json.path("hq").path("mean").asDouble()).isZero();
  }

  private static GanConfig trainedBy(GanConfig best, Sgd optimizer) {
    return GanConfig.of(
        best.data(),
        best.game().latent(),
        best.game().loss(),
        new Player(best.game().generator().network(), optimizer),
        new Player(best.game().discriminator().network(), optimizer));
  }

  private Path config(GanConfig config) throws IOException {
    return Files.writeString(folder.resolve("mine.json"), ConfigJson.write(config));
  }

  @Test
  void aDivergedSeedIsReportedAndEndsWithItsCode() throws IOException {
    GanConfig best = Protocols.named("veegan-2017", "ring").best();
    Outcome outcome = quick("--config", config(trainedBy(best, new Sgd(1e200))), "--json");
    assertThat(outcome.exit()).isEqualTo(6);
    assertThat(outcome.err()).containsPattern("seed 1: diverged at step \\d+");
    assertThat(outcome.json().path("diverged_at").get(0).asInt()).isPositive();
    assertThat(outcome.json().path("modes").path("mean").asInt()).isZero();
  }

  /** The same command goes on, and prints the same. */
  @Test
  void finishedSeedsAreKept() throws IOException {
    Outcome first = quick("--json");
    studies--;
    Outcome again = quick("--json");
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(again.err()).isEqualTo("2/2 seeds were done before\n");
    Path study = folder.resolve("study-0");
    assertThat(study.resolve("report.html")).exists();
    assertThat(study.resolve("trials/base-seed-2/config.json")).exists();
  }

  @Test
  void otherDataThanTheProtocolsAreRefused() throws IOException {
    GanConfig best = Protocols.named("veegan-2017", "ring").best();
    GanConfig wide =
        GanConfig.of(
            new Points(new Ring(8, 1, 0.02)),
            best.game().latent(),
            best.game().loss(),
            best.game().generator(),
            best.game().discriminator());
    Path file = config(wide);
    assertThat(quick("--config", file).err())
        .isEqualTo(
            file
                + ": expected the data of veegan-2017, Points[distribution=Ring[modes=8, radius=1.0,"
                + " sd=0.01]], got Points[distribution=Ring[modes=8, radius=1.0, sd=0.02]]\n");
  }

  /** Files of two studies in one folder would be indistinguishable. */
  @Test
  void samplesOfAnotherStudyAreLeftAlone() throws IOException {
    Path old =
        Files.writeString(
            Files.createDirectory(folder.resolve("points")).resolve("seed-1.csv"), "x,y\n1,2\n");
    Path points = old.getParent();
    assertThat(quick("--samples", points))
        .isEqualTo(
            new Outcome(
                2,
                "",
                points
                    + ": expected an empty folder for the samples, got one with files; name another"
                    + " or empty it\n"));
    assertThat(old).hasContent("x,y\n1,2");
  }

  @Test
  void settingsThatDifferFromTheProtocolAreNamed() throws IOException {
    Object[] d2l = {
      "coverage",
      "--protocol",
      "d2l-2026",
      "--seeds",
      1,
      "--steps",
      2,
      "--out",
      folder.resolve("d2l")
    };
    Outcome table = Outcome.of(d2l);
    assertThat(table.out())
        .contains(
            "These figures are not the protocol's, which fixes other settings: steps 2 for 20000");
    Object[] json = Arrays.copyOf(d2l, d2l.length + 3);
    json[d2l.length] = "--json";
    json[d2l.length + 1] = "--first-seed";
    json[d2l.length + 2] = 7;
    JsonNode found = Outcome.of(json).json();
    assertThat(found.path("departures")).hasToString("[\"steps 2 for 20000\"]");
    assertThat(found.path("seeds")).hasToString("[7]");
  }

  @Test
  void badOptionsSayWhatIsExpected() {
    assertThat(Outcome.of("coverage"))
        .isEqualTo(
            new Outcome(
                2, "", "Missing required option: '--protocol=NAME'\nSee 'gan coverage --help'.\n"));
    assertThat(Outcome.of("coverage", "--protocol", "lsun").err())
        .isEqualTo(
            "protocol: expected one of pacgan-2018, veegan-2017, d2l-2026, d2l-2026-open, got"
                + " 'lsun'\n");
    assertThat(quick("--jobs", 0))
        .isEqualTo(new Outcome(2, "", "--jobs: expected at least 1, got 0\n"));
    assertThat(quick("--as-published").err())
        .isEqualTo(
            "protocol veegan-2017 on ring: expected settings that its source states in full, got"
                + " none; use the best known ones\n");
    assertThat(quick("--config", folder.resolve("none.json")).err())
        .startsWith(folder.resolve("none.json") + ": expected a config file, got no such file");
  }

  @Test
  void otherSettingsHaveAFolderOfTheirOwn() throws Exception {
    String[] words = {"coverage", "--protocol", "veegan-2017", "--steps", "2", "--seeds", "1"};
    for (String loss : List.of("hinge", "rpgan", "hinge")) {
      String[] all = Arrays.copyOf(words, words.length + 2);
      all[words.length] = "--loss";
      all[words.length + 1] = loss;
      try (GanProcess gan = new GanProcess(folder).start(all)) {
        assertThat(gan.exit()).as(gan.err()).isZero();
      }
    }
    try (Stream<Path> studies = Files.list(folder.resolve("runs"))) {
      assertThat(studies)
          .hasSize(2)
          .allSatisfy(
              study ->
                  assertThat(study.getFileName().toString())
                      .matches("coverage-veegan-2017-ring-[0-9a-f]{8}"));
    }
  }
}
