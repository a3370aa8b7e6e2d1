package org.gan4j.study.measure;

import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.core.Expect;
import org.gan4j.core.recipe.RecipeName;
import org.gan4j.train.GanConfig;

/**
 * How many modes the samples cover, which share of them is of high quality, the reverse KL in nats,
 * and the Jensen-Shannon divergence from the true density on a grid, in nats; as {@code gan
 * coverage} measures them. A training that diverged covers no mode.
 *
 * @param samples the number of samples scored per generator
 */
@RecipeName("coverage")
public record CoverageMeasure(int samples) implements Measure {
  private static final List<Metric> METRICS =
      List.of(
          new Metric("modes", true),
          new Metric("high_quality", true),
          new Metric("reverse_kl", false),
          new Metric("jsd", false));

  /**
   * Checks the number of samples.
   *
   * @param samples the number of samples scored per generator, at least 1
   */
  public CoverageMeasure {
    Expect.count("coverage", "sample", samples, 1);
  }

  /** Scores 2 500 samples, as most protocols do. */
  public CoverageMeasure() {
    this(2_500);
  }

  @Override
  public List<Metric> metrics() {
    return METRICS;
  }

  @Override
  public Gauge open(GanConfig config) {
    ModeTarget target = ModeTarget.of(config);
    return trainer -> target.score(FiniteSamples.of(trainer, samples));
  }

  @Override
  public List<OptionalDouble> ofDiverged() {
    return List.of(
        OptionalDouble.of(0),
        OptionalDouble.of(0),
        OptionalDouble.empty(),
        OptionalDouble.of(Math.log(2)));
  }
}
