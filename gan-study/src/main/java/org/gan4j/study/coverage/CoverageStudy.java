package org.gan4j.study.coverage;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gan4j.study.measure.CoverageMeasure;
import org.gan4j.study.measure.ModeTarget;
import org.gan4j.study.plan.ConfigBase;
import org.gan4j.study.plan.RunAll;
import org.gan4j.study.plan.Seeds;
import org.gan4j.study.plan.Study;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.plan.Trials;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;
import org.gan4j.train.GanConfig;

/**
 * One config with several seeds, whose generators are scored by the modes that they cover: a {@link
 * Study} without axes.
 */
public final class CoverageStudy {
  private final GanConfig config;
  private final Seeds seeds;
  private final CoverageMeasure measure;
  private final ModeTarget target;

  /**
   * Creates a study.
   *
   * @param config the training; its seed is replaced by those of the study, and it gets one thread
   * @param seeds the seeds
   * @param samples the number of samples to score per generator, at least 1
   * @throws IllegalArgumentException if the data are not modes in the plane
   */
  public CoverageStudy(GanConfig config, Seeds seeds, int samples) {
    this.config = config.withThreads(1);
    this.seeds = seeds;
    this.measure = new CoverageMeasure(samples);
    target = ModeTarget.of(config);
  }

  /** {@return the config of every training, apart from the seed} */
  public GanConfig config() {
    return config;
  }

  /**
   * Returns the trials, one for each seed.
   *
   * @return the plan
   * @throws IOException never
   */
  public StudyPlan plan() throws IOException {
    Trials trials = new Trials(0, 1, measure, 0, 0, new RunAll());
    return StudyPlan.of(new Study(new ConfigBase(config), List.of(), seeds, trials), "coverage");
  }

  /**
   * Scores samples of the true distribution, as a perfect generator would produce them.
   *
   * @return the scores
   */
  public CoverageScores ofTrueDistribution() {
    return new CoverageScores(seeds.all().stream().map(this::ofTrueDistribution).toList());
  }

  private SeedScore ofTrueDistribution(long seed) {
    List<OptionalDouble> figures = target.score(target.sample(measure.samples(), seed));
    return score(seed, figures, 0, OptionalLong.empty());
  }

  /**
   * Returns the scores of the trained generators.
   *
   * @param results the results of the whole study
   * @return one score per seed
   * @throws IOException if a seed could not be trained; the message is its reason
   */
  public CoverageScores scores(StudyResults results) throws IOException {
    for (Trial trial : results.plan().trials()) {
      if (results.status(trial) == TrialStatus.FAILED) {
        throw new IOException(results.of(trial).orElseThrow().reason());
      }
    }
    return new CoverageScores(
        results.plan().trials().stream()
            .map(trial -> score(trial.seed(), results.of(trial).orElseThrow()))
            .toList());
  }

  private SeedScore score(long seed, TrialResult result) {
    List<OptionalDouble> figures =
        measure.metrics().stream().map(metric -> result.metric(metric.name())).toList();
    OptionalLong divergedAt =
        result.status() == TrialStatus.DIVERGED
            ? OptionalLong.of(result.steps())
            : OptionalLong.empty();
    return score(seed, figures, result.seconds(), divergedAt);
  }

  /** The figures are in the order of the measure's metrics. */
  private static SeedScore score(
      long seed, List<OptionalDouble> figures, double seconds, OptionalLong divergedAt) {
    return new SeedScore(
        seed,
        (int) figures.get(0).getAsDouble(),
        figures.get(1).getAsDouble(),
        figures.get(2),
        figures.get(3).getAsDouble(),
        seconds,
        divergedAt);
  }
}
