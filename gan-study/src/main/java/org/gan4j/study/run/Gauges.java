package org.gan4j.study.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.study.measure.Gauge;
import org.gan4j.study.measure.Measure;
import org.gan4j.study.plan.Trial;

/** The gauges of a study, opened once for each data set. */
public final class Gauges {
  private record Key(Measure measure, DataSpec data) {}

  private final Map<Key, Gauge> open = new HashMap<>();

  /** Creates an empty collection. */
  public Gauges() {}

  /**
   * Returns the gauge of a trial.
   *
   * @param trial the trial
   * @return its gauge, which other trials on the same data share
   * @throws IOException if data cannot be read
   */
  public synchronized Gauge of(Trial trial) throws IOException {
    Key key = new Key(trial.trials().measure(), trial.config().data());
    Gauge gauge = open.get(key);
    if (gauge == null) {
      gauge = key.measure().open(trial.config());
      open.put(key, gauge);
    }
    return gauge;
  }
}
