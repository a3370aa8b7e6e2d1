package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A limit on the size of files stands for a disk that is full: both make a write fail midway. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  @TempDir private Path temp;

  /** Runs the command with files of at most so many blocks of 512 bytes. */
  private String failing(int blocks, String... words) throws Exception {
    // Neither Java's performance data nor what is printed may be what meets the limit.
    try (GanProcess gan =
        new GanProcess(temp).option("-XX:-UsePerfData").after("ulimit -f " + blocks)) {
      gan.start(words);
      assertThat(gan.exit()).as(gan.err()).isEqualTo(4);
      return gan.err();
    }
  }

  /** All files and folders but what the command printed. */
  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files
          .map(file -> temp.relativize(file).toString())
          .filter(file -> !file.matches("|out|err"))
          .toList();
    }
  }

  @Test
  void aCheckpointThatDoesNotFitIsNamedAndWhatIsWholeStays() throws Exception {
    assertThat(failing(8, "train", "--data", "gaussian", "--steps", "1", "--out", "run"))
        .contains(
            "run/checkpoints/step-000001.safetensors: expected to write the whole file, got ",
            "; check the folder, the permissions and the free space",
            "The metrics and checkpoints written so far are in run");
    assertThat(left())
        .containsExactlyInAnyOrder(
            "run",
            "run/samples",
            "run/checkpoints",
            "run/config.json",
            "run/output.json",
            "run/lock",
            "run/metrics.csv",
            "run/times.csv");
  }

  /** The disk is full when a resumed run saves: the checkpoint that it began from stays. */
  @Test
  void aResumedRunThatCannotSaveLeavesTheEarlierCheckpoint() throws Exception {
    Path run = temp.resolve("run");
    assertThat(Outcome.of("train", "--data", "gaussian", "--steps", 1, "--out", run).exit())
        .isZero();
    Path saved = run.resolve("checkpoints").resolve("step-000001.safetensors");
    byte[] before = Files.readAllBytes(saved);
    String[] more = {"train", "--resume", "run", "--steps", "2", "--stretch-schedules"};
    assertThat(failing(8, more))
        .contains("run/checkpoints/step-000002.safetensors: expected to write the whole file");
    assertThat(saved).hasBinaryContent(before);
    assertThat(saved.getParent()).isDirectoryContaining(saved::equals);
    assertThat(left()).noneMatch(file -> file.contains("step-000002.safetensors"));
    assertThat(Outcome.of("train", "--resume", run).exit()).isZero();
  }

  @Test
  void aRunWhoseConfigDoesNotFitLeavesNothing() throws Exception {
    assertThat(failing(1, "train", "--data", "gaussian", "--steps", "1", "--out", "run"))
        .contains("run/config.json: expected to write the whole file, got ");
    assertThat(left()).isEmpty();
  }

  @Test
  void aReportThatDoesNotFitLeavesTheOlderOneWhole() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("proof"));
    Files.writeString(folder.resolve("report.html"), "older");
    Files.writeString(folder.resolve("report.json"), "{}");
    assertThat(failing(4, "prove", "--only", "1", "--out", "proof"))
        .contains("proof/report.", ": expected to write the whole file, got ");
    assertThat(folder.resolve("report.html")).hasContent("older");
    assertThat(folder.resolve("report.json")).hasContent("{}");
    assertThat(left()).containsExactlyInAnyOrder("proof", "proof/report.html", "proof/report.json");
  }
}
