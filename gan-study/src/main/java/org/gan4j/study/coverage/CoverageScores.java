package org.gan4j.study.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.gan4j.core.Expect;
import org.gan4j.study.result.SeedFigures;

/**
 * The scores of a study, one per seed, and their means.
 *
 * @param seeds one score per seed, ordered by seed
 */
public record CoverageScores(List<SeedScore> seeds) {
  /**
   * Sorts the scores by seed.
   *
   * @param seeds one score per seed, at least one
   */
  public CoverageScores {
    seeds = seeds.stream().sorted(Comparator.comparingLong(SeedScore::seed)).toList();
    Expect.that(!seeds.isEmpty(), "CoverageScores", "at least one seed", "none");
  }

  /** {@return the number of modes with a high-quality sample} */
  public SeedFigures modes() {
    return figures(seed -> OptionalDouble.of(seed.modes()));
  }

  /** {@return the fraction of high-quality samples} */
  public SeedFigures highQuality() {
    return figures(seed -> OptionalDouble.of(seed.highQuality()));
  }

  /** {@return the reverse KL in nats, undefined for a seed without high-quality samples} */
  public SeedFigures reverseKl() {
    return figures(SeedScore::reverseKl);
  }

  /** {@return the Jensen-Shannon divergence from the true density on a grid, in nats} */
  public SeedFigures jsd() {
    return figures(seed -> OptionalDouble.of(seed.jsd()));
  }

  /** {@return the training times, in seconds} */
  public SeedFigures seconds() {
    return figures(seed -> OptionalDouble.of(seed.seconds()));
  }

  private SeedFigures figures(Function<SeedScore, OptionalDouble> figure) {
    return new SeedFigures(seeds.stream().map(figure).toList());
  }
}
