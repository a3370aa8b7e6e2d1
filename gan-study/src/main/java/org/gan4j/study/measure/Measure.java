package org.gan4j.study.measure;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;
import org.gan4j.train.GanConfig;

/** What a study measures of each generator, at the end of its training and along the way. */
@RecipeKind("measure")
public interface Measure extends Recipe {
  /** {@return the figures, the most important first: reports rank settings by it} */
  List<Metric> metrics();

  /**
   * Prepares to measure generators of one data set, for example by training a classifier. The gauge
   * serves several threads.
   *
   * @param config a config with this data
   * @return the gauge
   * @throws IOException if data cannot be read
   * @throws IllegalArgumentException if the measure does not fit the data
   */
  Gauge open(GanConfig config) throws IOException;

  /**
   * {@return the figures of a training that diverged, one per metric: none, or the worst that there
   * can be}
   */
  default List<OptionalDouble> ofDiverged() {
    return metrics().stream().map(metric -> OptionalDouble.empty()).toList();
  }
}
