package org.gan4j.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class MetricsCsvTest {
  @TempDir Path directory;

  private Path file() {
    return directory.resolve("metrics.csv");
  }

  private void resume(long step, long next) throws IOException {
    try (MetricsCsv csv = MetricsCsv.resume(file(), step, "loss")) {
      csv.row(next, 0.5);
    }
  }

  @Test
  void writesRoundTripNumbersInAnyLocale() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try (MetricsCsv csv = MetricsCsv.create(file(), "d loss", "g loss", "n")) {
      csv.row(1, 0.1 + 0.2, 0.1f, 1234567L);
      csv.row(2, Double.NaN, Float.NEGATIVE_INFINITY, -0.0);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(Files.readString(file()))
        .isEqualTo(
            "step,d loss,g loss,n\n1,0.30000000000000004,0.1,1234567\n2,NaN,-Infinity,-0.0\n");
  }

  @Test
  void aRowIsInTheFileAtOnce() throws IOException {
    try (MetricsCsv csv = MetricsCsv.create(file(), "loss")) {
      assertThat(file()).content().isEqualTo("step,loss\n");
      csv.row(1, 2);
      assertThat(file()).content().isEqualTo("step,loss\n1,2\n");
    }
  }

  @Test
  void nullLeavesAFieldEmpty() throws IOException {
    try (MetricsCsv csv = MetricsCsv.create(file(), "loss", "modes", "share")) {
      csv.row(1, 0.5, null, null);
      csv.row(2, null, 8, 1.0);
    }
    assertThat(file()).content().isEqualTo("step,loss,modes,share\n1,0.5,,\n2,,8,1.0\n");
  }

  @Test
  void resumeDropsTheRowsThatTheRunWritesAgain() throws IOException {
    Files.writeString(file(), "step,loss\n10,1.0\n20,2.0\n30,3.0\n40,4.");
    resume(20, 30);

    assertThat(file()).content().isEqualTo("step,loss\n10,1.0\n20,2.0\n30,0.5\n");
  }

  @Test
  void resumeDropsATornRow() throws IOException {
    Files.writeString(file(), "step,loss\n10,1.0\n2");
    resume(20, 30);
    assertThat(file()).content().isEqualTo("step,loss\n10,1.0\n30,0.5\n");

    resume(99, 100);
    assertThat(file()).content().isEqualTo("step,loss\n10,1.0\n30,0.5\n100,0.5\n");
  }

  @Test
  void resumeCountsBytesAndRefusesOtherLineEnds() throws IOException {
    Files.writeString(file(), "step,größe\n10,1.0\n20,2.0\n");
    MetricsCsv.resume(file(), 10, "größe").close();
    assertThat(file()).content(StandardCharsets.UTF_8).isEqualTo("step,größe\n10,1.0\n");

    Files.writeString(file(), "step,loss\r\n10,1.0\r\n");
    assertThatIOException()
        .isThrownBy(() -> resume(10, 11))
        .withMessageContaining("expected the header step,loss, got ");
    assertThat(file()).content().isEqualTo("step,loss\r\n10,1.0\r\n");
  }

  @Test
  void resumeCreatesWhatIsMissingOrEmpty() throws IOException {
    resume(5, 6);
    assertThat(file()).content().isEqualTo("step,loss\n6,0.5\n");

    Files.writeString(file(), "");
    resume(5, 7);
    assertThat(file()).content().isEqualTo("step,loss\n7,0.5\n");
  }

  @Test
  void resumeRefusesAnotherTable() throws IOException {
    Files.writeString(file(), "step,gain\n1,2\n");
    assertThatIOException()
        .isThrownBy(() -> resume(1, 2))
        .withMessage(
            String.format(
                    Locale.ROOT,
                    "MetricsCsv %s: expected the header step,loss, got step,gain; resume with the same",
                    file())
                + " metrics");

    Files.writeString(file(), "step,loss\nx,2\n");
    assertThatIOException()
        .isThrownBy(() -> resume(1, 2))
        .withMessage(
            String.format(
                Locale.ROOT,
                "MetricsCsv %s: expected rows that begin with a step, got x,2; remove the damaged rows",
                file()));
    assertThat(file()).content().isEqualTo("step,loss\nx,2\n");
  }

  @Test
  void refusesBadNamesAndRows() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricsCsv.create(file(), "a,b"))
        .withMessage(
            "MetricsCsv: expected names without comma, quote or line break, got [a,b]; rename the"
                + " metric");
    assertThat(file()).doesNotExist();
    try (MetricsCsv csv = MetricsCsv.create(file(), "loss")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> csv.row(1, 2, 3))
          .withMessage(
              String.format(
                  Locale.ROOT,
                  "MetricsCsv %s: expected 1 metrics, got 2; pass one number per column",
                  file()));
    }
    assertThat(file()).content().isEqualTo("step,loss\n");
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void aFullDiskIsReportedWithTheFile() {
    assertThatIOException()
        .isThrownBy(() -> MetricsCsv.create(Path.of("/dev/full"), "loss"))
        .withMessageStartingWith("/dev/full: expected to write a row, got ")
        .withMessageEndingWith("; check the folder, the permissions and the free space");
  }

  @Test
  void aColumnIsReadBackWithoutEmptyFieldsAndATornRow() throws IOException {
    Files.writeString(file(), "step,loss,modes\n1,0.5,\n2,NaN,3\n5,0.25,8\n6,0.1,9");
    assertThat(MetricsColumn.read(file(), "modes")).isEqualTo(Map.of(2L, 3.0, 5L, 8.0));
    assertThat(MetricsColumn.read(file(), "loss"))
        .isEqualTo(Map.of(1L, 0.5, 2L, Double.NaN, 5L, 0.25));
    assertThatIOException()
        .isThrownBy(() -> MetricsColumn.read(file(), "step"))
        .withMessage(
            file() + ": expected a column 'step', got the header 'step,loss,modes'; name another");
    Files.writeString(file(), "step,loss\n1,big\n");
    assertThatIOException()
        .isThrownBy(() -> MetricsColumn.read(file(), "loss"))
        .withMessage(file() + ": expected numbers, got the row '1,big'; remove the damaged rows");
  }

  @Test
  void forcedRowsAreInTheFile() throws IOException {
    try (MetricsCsv csv = MetricsCsv.create(file(), "loss")) {
      csv.row(1, 0.5);
      csv.force();
      assertThat(file()).hasContent("step,loss\n1,0.5\n");
    }
  }
}
