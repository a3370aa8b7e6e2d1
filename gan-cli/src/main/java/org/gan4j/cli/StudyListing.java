package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.run.StudyEstimate;

/**
 * The trials of a study, and how long they will take.
 *
 * @param plan the study
 * @param estimate the time
 * @param workers how many trials run at a time
 */
record StudyListing(StudyPlan plan, StudyEstimate estimate, int workers) {
  String text() {
    StringBuilder text = new StringBuilder();
    for (Trial trial : plan.trials()) {
      text.append(String.format(Locale.ROOT, "%s: %s%n", trial.name(), trial.words()));
    }
    long seconds = Math.round(estimate.seconds());
    return text.append(
            String.format(
                Locale.ROOT,
                "%d trials: %d settings, %d seeds each; %d steps in all, %.2f ms each: about"
                    + " %d:%02d with %s",
                plan.trials().size(),
                plan.combinations().size(),
                plan.study().seeds().count(),
                plan.steps(),
                1e3 * estimate.secondsPerStep(),
                seconds / 60,
                seconds % 60,
                workers == 1 ? "1 worker" : workers + " workers"))
        .toString();
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    ArrayNode trials = json.putArray("trials");
    for (Trial trial : plan.trials()) {
      ObjectNode one = trials.addObject().put("trial", trial.name()).put("seed", trial.seed());
      for (int i = 0; i < plan.factors().size(); i++) {
        one.set(plan.factors().get(i).name(), trial.combination().values().get(i));
      }
    }
    return json.put("steps", plan.steps())
        .put("seconds_per_step", estimate.secondsPerStep())
        .put("workers", workers)
        .put("seconds", estimate.seconds());
  }
}
