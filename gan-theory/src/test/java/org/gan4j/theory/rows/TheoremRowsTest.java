package org.gan4j.theory.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.gan4j.theory.FakeRows;
import org.gan4j.theory.Result;
import org.gan4j.theory.Setting;
import org.gan4j.theory.Statement;
import org.gan4j.theory.Theorem;
import org.gan4j.theory.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheoremRowsTest {
  /** The rows without training, which take seconds in total. */
  private static final Set<String> ANALYTIC =
      Set.of(
          "1",
          "2",
          "2b",
          "3",
          "3b",
          "5",
          "6",
          "6b",
          "7",
          "8",
          "9",
          "10",
          "11",
          "13",
          "golden",
          "disjoint",
          "P2");

  private static List<Result> check(long seed, int threads) throws InterruptedException {
    Setting setting = new Setting(seed, false, threads, (fraction, what) -> {});
    return TheoremRows.theorem().only(ANALYTIC).check(setting, FakeRows.NOBODY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theAnalyticRowsHold(long seed) throws InterruptedException {
    for (Result result : check(seed, 2)) {
      assertThat(result.breakdown()).as(result.statement().id()).isEmpty();
      assertThat(result.failures()).as(result.statement().id()).isEmpty();
      assertThat(result.holds()).as(result.statement().id()).isTrue();
    }
  }

  @Test
  void reportsDependOnTheSeedButNotOnTheThreads() throws InterruptedException {
    Report one = new Report("", 1, false, check(1, 1));
    Report three = new Report("", 1, false, check(1, 3));
    assertThat(one.json()).isEqualTo(three.json());
    assertThat(one.html()).isEqualTo(three.html());
    assertThat(new Report("", 1, false, check(2, 3)).json()).isNotEqualTo(one.json());
  }

  @Test
  void everyRowHasAClaimASourceAndAMethod() {
    Theorem theorem = TheoremRows.theorem();
    assertThat(theorem.statements()).hasSizeGreaterThanOrEqualTo(ANALYTIC.size());
    for (Statement statement : theorem.statements()) {
      assertThat(statement.title()).as(statement.id()).isNotBlank();
      assertThat(statement.claim()).as(statement.id()).endsWith(".");
      assertThat(statement.formulas()).as(statement.id()).isNotEmpty();
      assertThat(statement.source()).as(statement.id()).endsWith(".");
      assertThat(statement.method()).as(statement.id()).endsWith(".");
    }
  }
}
