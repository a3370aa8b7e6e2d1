package org.gan4j.study.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.backend.Backend;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.train.GanTrainer;

/**
 * How long a study will take, from a few steps of some of its settings. Measuring, saving and
 * drawing samples come on top.
 *
 * @param secondsPerStep the mean over the settings that were tried
 * @param seconds the time of all steps, divided among the workers
 */
public record StudyEstimate(double secondsPerStep, double seconds) {
  private static final int SETTINGS = 8;
  private static final int WARM_UP = 5;
  private static final int MOST_STEPS = 50;
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(500);

  /**
   * Measures steps, one setting after another.
   *
   * @param plan the study
   * @param workers how many trials will run at a time
   * @return the estimate
   * @throws IOException if data cannot be read
   * @throws IllegalArgumentException if a setting cannot be trained
   */
  public static StudyEstimate of(StudyPlan plan, int workers) throws IOException {
    double sum = 0;
    List<Trial> some = some(plan);
    for (Trial trial : some) {
      sum += secondsPerStep(trial);
    }
    double each = sum / some.size();
    return new StudyEstimate(each, each * plan.steps() / Math.min(workers, plan.trials().size()));
  }

  /** A few settings, spread over all. */
  private static List<Trial> some(StudyPlan plan) {
    List<Combination> all = plan.combinations();
    int count = Math.min(SETTINGS, all.size());
    List<Trial> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(plan.of(all.get(i * all.size() / count)).get(0));
    }
    return some;
  }

  private static double secondsPerStep(Trial trial) throws IOException {
    try (Backend backend = trial.config().compute().open()) {
      GanTrainer trainer = GanTrainer.open(trial.config(), backend);
      for (int i = 0; i < WARM_UP; i++) {
        trainer.step();
      }
      long start = System.nanoTime();
      int steps = 0;
      while (steps < MOST_STEPS && (steps == 0 || System.nanoTime() - start < LONGEST)) {
        trainer.step();
        steps++;
      }
      return (System.nanoTime() - start) / 1e9 / steps;
    }
  }
}
