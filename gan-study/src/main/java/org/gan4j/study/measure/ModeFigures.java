package org.gan4j.study.measure;

import java.util.List;
import org.gan4j.data.distribution.MultiModal;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.data.spec.Points;
import org.gan4j.metrics.ModeCoverage;
import org.gan4j.train.run.SampleFigures;

/**
 * How many modes the samples of a run cover, and which share of them is of high quality, as in
 * {@link ModeCoverage}.
 *
 * @param distribution the true distribution
 */
public record ModeFigures(MultiModal distribution) implements SampleFigures {
  /**
   * Returns the figures for a data set.
   *
   * @param data the data set
   * @return the two figures, or none if the data have no modes
   */
  public static SampleFigures of(DataSpec data) {
    return data instanceof Points points && points.distribution() instanceof MultiModal modes
        ? new ModeFigures(modes)
        : SampleFigures.none();
  }

  @Override
  public List<String> names() {
    return List.of("modes", "high_quality");
  }

  @Override
  public List<String> ranking() {
    return names();
  }

  @Override
  public List<Number> of(float[] samples) {
    ModeCoverage coverage = ModeCoverage.of(samples, distribution);
    return List.of(coverage.modes(), coverage.highQuality());
  }
}
