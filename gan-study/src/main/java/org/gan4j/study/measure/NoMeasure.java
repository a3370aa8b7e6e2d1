package org.gan4j.study.measure;

import java.util.List;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.train.GanConfig;

/** Measures nothing beside what every run writes to its metrics.csv. */
@RecipeName("none")
public record NoMeasure() implements Measure {
  @Override
  public List<Metric> metrics() {
    return List.of();
  }

  @Override
  public Gauge open(GanConfig config) {
    return trainer -> List.of();
  }
}
