package org.gan4j.speed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gan4j.speed.Cost;
import org.gan4j.speed.Timing;
import org.gan4j.speed.Workload.Kind;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedResults;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static CaseResult step(String name, String backend, double median) {
    Timing timing = new Timing(median, median, median, 3);
    return new CaseResult(name, Kind.STEP, backend, timing, new Cost(1, 1));
  }

  private static SpeedResults results(String dtype, CaseResult... cases) {
    return new SpeedResults(Map.of("dtype", dtype), List.of(), Arrays.asList(cases));
  }

  @Test
  void theRatioIsOfTheTimesOfOneBackend() {
    SpeedResults now =
        results("FLOAT32", step("a", "cpu", 120), step("a", "nd4j", 50), step("b", "cpu", 1));
    SpeedResults before =
        results("FLOAT32", step("a", "nd4j", 100), step("a", "cpu", 100), step("c", "cpu", 1));
    Comparison found = Comparison.of(now, before, 0.1);
    assertThat(found.rows()).extracting(Comparison.Row::ratio).containsExactly(1.2, 0.5);
    assertThat(found.worse()).extracting(Comparison.Row::backend).containsExactly("cpu");
    assertThat(found.json().get(0).path("worse").asBoolean()).isTrue();
    assertThat(found.text().lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("a +cpu +120 +100 +1.20 SLOWER"))
        .anyMatch(line -> line.matches("a +nd4j +50 +100 +0.50"));
    assertThat(Comparison.of(now, before, 0.2).worse()).isEmpty();
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    SpeedResults now = results("FLOAT32", step("a", "cpu", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(now, results("FLOAT32", step("a", "gpu", 1)), 0.1))
        .withMessage(
            "--compare: expected a file with some of the same cases and backends, got none of 1;"
                + " measure both with the same --only and --backend");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(now, results("FLOAT64", step("a", "cpu", 1)), 0.1))
        .withMessageStartingWith("--compare: expected a file with dtype FLOAT32, got FLOAT64; ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(now, now, -1))
        .withMessage("--tolerance: expected a fraction >= 0, got -1.0");
  }
}
