package org.gan4j.study.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.distribution.Gaussian;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.NonSaturating;
import org.gan4j.metrics.ModeCoverage;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.study.plan.Seeds;
import org.gan4j.study.run.Studies;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.Player;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageStudyTest {
  private static final int SAMPLES = 200;

  @TempDir private Path temp;

  private static GanConfig config(double rate) {
    return Studies.config(new Sgd(rate));
  }

  private CoverageScores scores(GanConfig config, Seeds seeds) throws Exception {
    CoverageStudy study = new CoverageStudy(config, seeds, SAMPLES);
    return study.scores(Studies.run(temp, study.plan()).results());
  }

  @Test
  void theFiguresOfASeedAreThoseOfItsOwnTraining() throws Exception {
    GanConfig config = config(0.1);
    CoverageScores three = scores(config, new Seeds(1, 3));
    assertThat(three.seeds()).extracting(SeedScore::seed).containsExactly(1L, 2L, 3L);
    SeedScore second = three.seeds().get(1);
    try (Backend backend = Backends.open("cpu", new BackendOptions(1, config.compute().dtype()))) {
      GanTrainer trainer = GanTrainer.open(config.withSeed(2).withThreads(1), backend);
      for (int i = 0; i < 20; i++) {
        trainer.step();
      }
      float[] samples = trainer.sample(SAMPLES, Rng.ofSeed(2).stream("evaluation"));
      ModeCoverage coverage = ModeCoverage.of(samples, Studies.RING);
      assertThat(second.modes()).isEqualTo(coverage.modes());
      assertThat(second.highQuality()).isEqualTo(coverage.highQuality());
      assertThat(second.reverseKl()).isEqualTo(coverage.reverseKl());
    }
  }

  /**
   * A fraction 1 - e^-4.5 of the true distribution lies within 3 standard deviations of a centre.
   */
  @Test
  void theTrueDistributionScoresAsAPerfectGenerator() {
    CoverageScores scores =
        new CoverageStudy(config(0.1), new Seeds(1, 2), 20_000).ofTrueDistribution();
    assertThat(scores.modes().mean()).hasValue(8);
    double error = Math.sqrt(0.98889 * 0.01111 / 40_000);
    assertThat(scores.highQuality().mean().getAsDouble()).isCloseTo(0.98889, within(5 * error));
    assertThat(scores.reverseKl().mean().getAsDouble()).isBetween(0.0, 1e-3);
    assertThat(scores.jsd().mean().getAsDouble()).isBetween(0.0, 0.01);
    assertThat(scores.seeds().get(0).jsd()).isNotEqualTo(scores.seeds().get(1).jsd());
  }

  @Test
  void aDivergedTrainingGetsTheWorstScore() throws Exception {
    CoverageScores scores = scores(config(1e200), new Seeds(1, 2));
    for (SeedScore seed : scores.seeds()) {
      assertThat(seed.divergedAt()).isPresent();
      assertThat(seed.modes()).isZero();
      assertThat(seed.jsd()).isEqualTo(Math.log(2));
    }
    assertThat(scores.highQuality().mean()).hasValue(0);
    assertThat(scores.reverseKl().mean()).isEmpty();
    assertThat(scores.reverseKl().undefined()).isEqualTo(2);
  }

  /** Parameters of 1e29 are finite, but samples through two such layers are not. */
  @Test
  void aTrainingThatDivergesInItsLastUpdateGetsTheWorstScore() throws Exception {
    Sequential linear =
        Sequential.of(new Dense(8, Activation.IDENTITY), new Dense(2, Activation.IDENTITY));
    GanConfig config =
        GanConfig.of(
                new Points(Studies.RING),
                2,
                new NonSaturating(),
                new Player(linear, new Sgd(1e30)),
                config(0.1).game().discriminator())
            .withSteps(1);
    SeedScore seed = scores(config, new Seeds(1, 1)).seeds().get(0);
    assertThat(seed.divergedAt()).hasValue(1);
    assertThat(seed.modes()).isZero();
    assertThat(seed.jsd()).isEqualTo(Math.log(2));
  }

  @Test
  void badStudiesAreRefused() {
    GanConfig config = config(0.1);
    GanConfig line =
        GanConfig.of(
            new Points(new Gaussian(0, 1)),
            config.game().latent(),
            config.game().loss(),
            config.game().generator(),
            config.game().discriminator());
    assertThatThrownBy(() -> new CoverageStudy(line, new Seeds(1, 1), SAMPLES))
        .hasMessage(
            "coverage: expected data of equal modes in the plane, such as a ring or a grid, got"
                + " Points[distribution=Gaussian[mean=0.0, sd=1.0]]");
    assertThatThrownBy(() -> new CoverageStudy(config, new Seeds(1, 1), 0))
        .hasMessage("coverage: expected at least 1 sample, got 0");
    assertThatThrownBy(() -> new Seeds(1, 0)).hasMessage("seeds: expected at least 1 seed, got 0");
  }
}
