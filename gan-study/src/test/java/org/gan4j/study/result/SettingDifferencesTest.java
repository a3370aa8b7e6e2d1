package org.gan4j.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.run.Studies;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;
import org.junit.jupiter.api.Test;

class SettingDifferencesTest {
  private static final String MEASURED = "\"measure\": { \"type\": \"coverage\" }";

  private static List<PairedDifference> ofModes(StudyPlan plan, ToDoubleFunction<Trial> modes) {
    Map<String, TrialResult> results = new HashMap<>();
    for (Trial trial : plan.trials()) {
      Map<String, OptionalDouble> figures =
          Map.of("modes", OptionalDouble.of(modes.applyAsDouble(trial)));
      results.put(
          trial.name(),
          new TrialResult(trial.name(), "", TrialStatus.DONE, "", 20, 1, figures, new TreeMap<>()));
    }
    StudyResults all = new StudyResults(plan, results);
    return SettingDifferences.of(all).get(all.metrics().get(0));
  }

  private static double value(Trial trial, int factor) {
    return trial.combination().values().get(factor).doubleValue();
  }

  /** Losses differ by 2 with every seed; seeds differ by more, which cancels. */
  @Test
  void pairsOverSeedsCancelTheirLuck() throws IOException {
    StudyPlan plan = Studies.plan(MEASURED);
    List<PairedDifference> differences =
        ofModes(
            plan,
            trial ->
                10 * trial.seed()
                    + (trial.combination().labels().contains("hinge") ? 2 : 0)
                    + 0.01 * trial.seed() * value(trial, 1));
    assertThat(differences)
        .extracting(PairedDifference::first)
        .startsWith("loss non-saturating", "rate 0.05")
        .hasSize(1 + 1 + 3);
    PairedDifference losses = differences.get(0);
    assertThat(losses.second()).isEqualTo("loss hinge");
    assertThat(losses.mean()).isCloseTo(-2, within(1e-12));
    assertThat(losses.isSignificant()).isTrue();
    assertThat(differences.get(1).isSignificant()).isFalse();
  }

  /** Of many values, the best is compared with each other one. */
  @Test
  void manyValuesAreComparedWithTheBest() throws IOException {
    StudyPlan plan =
        Studies.plan(
            "{ \"type\": \"range\", \"settings\": [\"game.generator.optimizer.rate\"],"
                + " \"from\": 0.1, \"to\": 0.8, \"count\": 8 }",
            3,
            MEASURED);
    List<PairedDifference> differences =
        ofModes(plan, trial -> trial.seed() - Math.abs(value(trial, 0) - 0.4));
    assertThat(differences).hasSize(7);
    assertThat(differences).extracting(PairedDifference::first).containsOnly("rate 0.4");
    assertThat(differences).extracting(PairedDifference::seeds).containsOnly(3);
  }
}
