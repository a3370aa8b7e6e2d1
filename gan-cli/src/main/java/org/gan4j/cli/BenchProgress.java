package org.gan4j.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.gan4j.io.ReadableNumber;
import org.gan4j.speed.run.CaseResult;
import org.gan4j.speed.run.SpeedRun;

/**
 * Shows the progress of the cases of a benchmark.
 *
 * @param cases where to show it
 */
record BenchProgress(TasksProgress cases) implements SpeedRun.Listener {
  @Override
  public void began(String what) {
    cases.reached(what, 0, what);
  }

  @Override
  public void timed(List<CaseResult> results) {
    String name = results.get(0).name();
    String times =
        results.stream()
            .map(one -> one.backend() + " " + ReadableNumber.of(one.timing().median(), 3) + " us")
            .collect(Collectors.joining(", "));
    cases.finished(name, name + ": " + times);
  }
}
