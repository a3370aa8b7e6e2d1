package org.gan4j.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.run.Studies;
import org.gan4j.study.run.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReportTest {
  @TempDir private Path temp;

  private String report(StudyPlan plan) throws Exception {
    StudyResults results = Studies.run(temp, plan).results();
    try (StudyFolder folder = StudyFolder.open(temp, plan)) {
      StudyReport.write(folder, results);
      return Files.readString(folder.report());
    }
  }

  @Test
  void thePageHasAllSectionsAndNeedsNoOtherFile() throws Exception {
    String page =
        report(
            Studies.plan(
                "\"measure\": { \"type\": \"coverage\", \"samples\": 200 }, \"measureEvery\": 5"));
    assertThat(page)
        .contains("<h2>Findings</h2>", "<h2>Settings</h2>", "<h2>By axis</h2>")
        .contains("<h2>Learning curves</h2>", "<h2>Samples</h2>", "<h2>Trials</h2>")
        .contains("12: 4 settings with 3 seeds each; 12 done, 0 diverged, 0 failed")
        .contains("coverage(samples 200)")
        .contains("modes by loss", "modes against rate", "data:image/png;base64,")
        .contains("Best by modes: <strong>loss ", "href=\"trials/hinge_0.05_")
        .doesNotContain("http://", "https://", "src=\"/");
  }

  @Test
  void aStudyWithoutMeasureShowsItsLosses() throws Exception {
    assertThat(report(Studies.plan("")))
        .contains("The study measures nothing; see its learning curves.")
        .contains("generator_loss");
  }

  @Test
  void ofNothingThereIsAPageToo() throws IOException {
    StudyPlan plan = Studies.plan("\"measure\": { \"type\": \"coverage\", \"samples\": 200 }");
    try (StudyFolder folder = StudyFolder.open(temp, plan)) {
      StudyReport.write(folder, new StudyResults(plan, Map.of()));
      assertThat(Files.readString(folder.report()))
          .contains("No setting has been trained to the end with all seeds.")
          .contains("12 open");
    }
  }
}
