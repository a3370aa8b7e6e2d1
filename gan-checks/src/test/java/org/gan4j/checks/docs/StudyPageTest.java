package org.gan4j.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.StudyPlan;
import org.junit.jupiter.api.Test;

/** The study files of docs/guide/run-a-study.md are studies, and so is each axis that it shows. */
class StudyPageTest {
  private static final String PAGE = Pages.text("docs/guide/run-a-study.md");

  private static List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(PAGE)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static StudyPlan plan(String json) throws IOException {
    return StudyPlan.of(StudyJson.parse(json, "page").whole(Path.of("")), "page");
  }

  @Test
  void theExamplesAreStudies() throws IOException {
    List<String> studies = found("^\\{\n  \"format\".*?^\\}$");
    assertThat(studies).hasSize(2);
    assertThat(plan(studies.get(0)).trials()).hasSize(20);
    assertThat(plan(studies.get(1)).trials()).hasSize(9);
  }

  @Test
  void theAxesFitThePreset() throws IOException {
    String study =
        "{ \"format\": 1, \"base\": { \"type\": \"preset\", \"preset\": \"ring\" }, \"axes\": [AXIS],"
            + " \"seeds\": {}, \"trials\": {} }";
    List<String> axes = found("^\\{ \"type\": \"[a-z-]+\", \"settings\".*?\\}$");
    assertThat(axes).hasSize(5);
    for (String axis : axes) {
      assertThat(plan(study.replace("AXIS", axis)).combinations()).hasSizeGreaterThan(1);
    }
  }
}
