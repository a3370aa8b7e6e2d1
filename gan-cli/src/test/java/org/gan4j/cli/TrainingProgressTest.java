package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalInt;
import org.gan4j.train.StepReport;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private static final StepReport LAST = new StepReport(30_000, 1.3864, 0.6931, 0.5, 0.25, 1, 1);

  private static String shown(int columns) {
    StringWriter err = new StringWriter();
    try (TrainingProgress progress =
        TrainingProgress.open(new PrintWriter(err), OptionalInt.of(columns), 0, LAST.step())) {
      progress.stepped(LAST, null);
    }
    String drawn = err.toString().stripTrailing();
    return drawn.substring(drawn.lastIndexOf('\r') + 1);
  }

  @Test
  void theFullBarFitsEightyColumns() {
    assertThat(shown(80))
        .hasSize(79)
        .startsWith("100% [====")
        .endsWith("] 30000/30000, D 1.386 G 0.693 real 0.50 fake 0.25");
  }

  @Test
  void aNarrowTerminalCutsTheLine() {
    assertThat(shown(30)).hasSize(40).startsWith("100% [====] 30000/30000, D 1.386");
  }

  @Test
  void withoutATerminalNothingIsDrawnAtOnce() {
    StringWriter err = new StringWriter();
    try (TrainingProgress progress =
        TrainingProgress.open(new PrintWriter(err), OptionalInt.empty(), 0, 30_000)) {
      progress.stepped(LAST, null);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void finishedTasksAreListedAboveTheBar() {
    StringWriter err = new StringWriter();
    try (TasksProgress tasks =
        TasksProgress.open(new PrintWriter(err), OptionalInt.of(60), 2, "seeds")) {
      tasks.reached("1", 0.5, "seed 1: step 5 of 10");
      tasks.finished("1", "seed 1: 8 modes");
      tasks.finished("2", "seed 2: 7 modes");
    }
    assertThat(err.toString().stripTrailing().split("\n", -1))
        .extracting(line -> line.substring(line.lastIndexOf('\r') + 1).stripTrailing())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("1/2 seeds, seed 1: 8 modes"),
            line -> assertThat(line).isEqualTo("2/2 seeds, seed 2: 7 modes"),
            line -> assertThat(line).startsWith("100% [===").endsWith("] 2/2 seeds"));
  }

  @Test
  void withoutATerminalFinishedTasksAreLines() {
    StringWriter err = new StringWriter();
    try (TasksProgress tasks =
        TasksProgress.open(new PrintWriter(err), OptionalInt.empty(), 2, "seeds")) {
      tasks.reached("1", 0.5, "seed 1: step 5 of 10");
      tasks.finished("1", "seed 1: 8 modes");
    }
    assertThat(err.toString().lines()).containsExactly("1/2 seeds, seed 1: 8 modes");
  }
}
