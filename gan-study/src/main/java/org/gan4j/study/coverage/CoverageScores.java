package org.gan4j.study.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The seeds of a study and their means.
 *
 * @param seeds one score for each seed, ordered by seed
 */
public record CoverageScores(List<SeedScore> seeds) {
  /**
   * Orders the seeds.
   *
   * @param seeds one score for each seed, at least one
   */
  public CoverageScores {
    seeds = seeds.stream().sorted(Comparator.comparingLong(SeedScore::seed)).toList();
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("CoverageScores: expected at least one seed, got none");
    }
  }

  /** {@return the number of modes with a sample of high quality} */
  public SeedFigures modes() {
    return figures(seed -> OptionalDouble.of(seed.coverage().modes()));
  }

  /** {@return the fraction of samples of high quality} */
  public SeedFigures highQuality() {
    return figures(seed -> OptionalDouble.of(seed.coverage().highQuality()));
  }

  /** {@return the reverse KL in nats, undefined for a seed without a sample of high quality} */
  public SeedFigures reverseKl() {
    return figures(seed -> seed.coverage().reverseKl());
  }

  /** {@return the Jensen-Shannon divergence from the true density on a grid, in nats} */
  public SeedFigures jsd() {
    return figures(seed -> OptionalDouble.of(seed.jsd()));
  }

  /** {@return how long each training took, in seconds} */
  public SeedFigures seconds() {
    return figures(seed -> OptionalDouble.of(seed.seconds()));
  }

  private SeedFigures figures(Function<SeedScore, OptionalDouble> figure) {
    return new SeedFigures(seeds.stream().map(figure).toList());
  }
}
