package org.gan4j.study.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.run.Studies;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;
import org.junit.jupiter.api.Test;

class StudyTablesTest {
  private static StudyResults results(TrialStatus status, String reason) throws IOException {
    StudyPlan plan = Studies.plan("\"measure\": { \"type\": \"coverage\" }");
    Trial trial = plan.trials().get(0);
    TrialResult result =
        new TrialResult(
            trial.name(),
            "hash",
            status,
            reason,
            20,
            1.23456,
            Map.of("modes", OptionalDouble.of(8), "reverse_kl", OptionalDouble.empty()),
            new TreeMap<>());
    return new StudyResults(plan, Map.of(trial.name(), result));
  }

  private static List<String> lines(String table) {
    return table.lines().toList();
  }

  @Test
  void aRowHasSettingSeedStatusFiguresAndReason() throws IOException {
    StudyResults results = results(TrialStatus.DIVERGED, "got NaN, or \"infinity\"");
    String name = results.plan().trials().get(0).name();
    List<String> lines = lines(StudyTables.trials(results));
    assertThat(lines).hasSize(13);
    assertThat(lines.get(1))
        .isEqualTo(
            name
                + ",non-saturating,0.05,1,diverged,20,1.235,8.0,,,,"
                + "\"got NaN, or \"\"infinity\"\"\",trials/"
                + name
                + "/config.json");
    assertThat(lines.get(2)).contains(",2,open,0,,,,,,,trials/");
  }

  /** A mean over the seeds that are there would be too good. */
  @Test
  void aFailedSeedLeavesNoMean() throws IOException {
    assertThat(lines(StudyTables.settings(results(TrialStatus.DONE, ""))).get(1))
        .isEqualTo("non-saturating,0.05,3,1,8.0,,0,,,1,,,1,,,1");
    assertThat(lines(StudyTables.settings(results(TrialStatus.FAILED, "disk full"))).get(1))
        .isEqualTo("non-saturating,0.05,3,0,,,1,,,1,,,1,,,1");
  }
}
