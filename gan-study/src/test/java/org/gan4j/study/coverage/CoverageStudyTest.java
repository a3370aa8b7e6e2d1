package org.gan4j.study.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.core.random.Rng;
import org.gan4j.data.distribution.Gaussian;
import org.gan4j.data.distribution.Ring;
import org.gan4j.data.spec.Points;
import org.gan4j.losses.NonSaturating;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Optimizer;
import org.gan4j.nn.optim.Sgd;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.Player;
import org.junit.jupiter.api.Test;

class CoverageStudyTest {
  private static final int SAMPLES = 200;
  private static final Ring DISTRIBUTION = new Ring(8, 1, 0.1);

  private static GanConfig config(Optimizer optimizer) {
    Sequential generator =
        Sequential.of(new Dense(8, Activation.TANH), new Dense(2, Activation.IDENTITY));
    Sequential discriminator =
        Sequential.of(new Dense(8, Activation.TANH), new Dense(1, Activation.IDENTITY));
    return GanConfig.of(
            new Points(DISTRIBUTION),
            2,
            new NonSaturating(),
            new Player(generator, optimizer),
            new Player(discriminator, optimizer))
        .withSteps(20);
  }

  /** Records the calls of a study. */
  private static final class Recorder implements CoverageStudy.Listener {
    private final Map<Long, float[]> points = new ConcurrentHashMap<>();
    private final List<Long> steps = new ArrayList<>();

    @Override
    public void reached(long seed, long step) {
      steps.add(step);
    }

    @Override
    public void finished(SeedScore score, float[] samples) {
      points.put(score.seed(), samples);
    }
  }

  @Test
  void theFiguresOfASeedDoNotDependOnOtherSeeds() throws IOException, InterruptedException {
    GanConfig config = config(new Sgd(0.1));
    Recorder recorder = new Recorder();
    CoverageScores three = new CoverageStudy(config, SAMPLES).run(List.of(3L, 1L, 2L), 3, recorder);
    assertThat(three.seeds()).extracting(SeedScore::seed).containsExactly(1L, 2L, 3L);
    assertThat(recorder.steps).hasSize(60).contains(1L, 20L);

    CoverageScores two = new CoverageStudy(config, SAMPLES).run(List.of(2L), 1, new Recorder());
    SeedScore alone = two.seeds().get(0);
    SeedScore beside = three.seeds().get(1);
    assertThat(alone.coverage()).isEqualTo(beside.coverage());
    assertThat(alone.jsd()).isEqualTo(beside.jsd());

    try (Backend backend = Backends.open("cpu", new BackendOptions(1, config.compute().dtype()))) {
      GanTrainer trainer = GanTrainer.open(config.withSeed(2).withThreads(1), backend);
      trainer.train(List.of());
      assertThat(recorder.points.get(2L))
          .containsExactly(trainer.sample(SAMPLES, Rng.ofSeed(2).stream("evaluation")));
    }
  }

  /**
   * A fraction 1 - e^-4.5 of the true distribution lies within 3 standard deviations of a centre.
   */
  @Test
  void theTrueDistributionScoresAsAPerfectGenerator() {
    CoverageScores scores =
        new CoverageStudy(config(new Sgd(0.1)), 20_000).ofTrueDistribution(List.of(1L, 2L));
    assertThat(scores.modes().mean()).hasValue(8);
    double error = Math.sqrt(0.98889 * 0.01111 / 40_000);
    assertThat(scores.highQuality().mean().getAsDouble()).isCloseTo(0.98889, within(5 * error));
    assertThat(scores.reverseKl().mean().getAsDouble()).isBetween(0.0, 1e-3);
    assertThat(scores.jsd().mean().getAsDouble()).isBetween(0.0, 0.01);
    assertThat(scores.seeds().get(0).coverage()).isNotEqualTo(scores.seeds().get(1).coverage());
  }

  @Test
  void aDivergedTrainingGetsTheWorstScore() throws IOException, InterruptedException {
    CoverageScores scores =
        new CoverageStudy(config(new Sgd(1e200)), SAMPLES).run(List.of(1L, 2L), 2, new Recorder());
    for (SeedScore seed : scores.seeds()) {
      assertThat(seed.divergedAt()).isPresent();
      assertThat(seed.coverage().modes()).isZero();
      assertThat(seed.jsd()).isCloseTo(Math.log(2), within(1e-6));
    }
    assertThat(scores.highQuality().mean()).hasValue(0);
    assertThat(scores.reverseKl().mean()).isEmpty();
    assertThat(scores.reverseKl().undefined()).isEqualTo(2);
  }

  /** Parameters of 1e29 are finite, but samples through two such layers are not. */
  @Test
  void aTrainingThatDivergesInItsLastUpdateGetsTheWorstScore()
      throws IOException, InterruptedException {
    Sequential linear =
        Sequential.of(new Dense(8, Activation.IDENTITY), new Dense(2, Activation.IDENTITY));
    GanConfig config =
        GanConfig.of(
                new Points(DISTRIBUTION),
                2,
                new NonSaturating(),
                new Player(linear, new Sgd(1e30)),
                config(new Sgd(0.1)).game().discriminator())
            .withSteps(1);
    CoverageScores scores = new CoverageStudy(config, SAMPLES).run(List.of(1L), 1, new Recorder());
    SeedScore seed = scores.seeds().get(0);
    assertThat(seed.divergedAt()).hasValue(1);
    assertThat(seed.coverage().modes()).isZero();
    assertThat(seed.coverage().samples()).isEqualTo(SAMPLES);
    assertThat(seed.jsd()).isEqualTo(Math.log(2));
  }

  @Test
  void aListenerThatFailsEndsTheStudy() throws InterruptedException {
    CoverageStudy study = new CoverageStudy(config(new Sgd(0.1)).withSteps(1_000_000), SAMPLES);
    AtomicInteger calls = new AtomicInteger();
    CoverageStudy.Listener full =
        new CoverageStudy.Listener() {
          @Override
          public void reached(long seed, long step) {
            calls.incrementAndGet();
            if (seed == 2 && step == 5) {
              throw new IllegalStateException("disk full");
            }
          }

          @Override
          public void finished(SeedScore score, float[] samples) {
            calls.incrementAndGet();
          }
        };
    assertThatThrownBy(() -> study.run(List.of(1L, 2L), 2, full)).hasMessage("disk full");
    int before = calls.get();
    TimeUnit.MILLISECONDS.sleep(50); // enough for many more steps of seed 1
    assertThat(calls).hasValue(before);
  }

  @Test
  void badStudiesAreRefused() {
    GanConfig config = config(new Sgd(0.1));
    GanConfig line =
        GanConfig.of(
            new Points(new Gaussian(0, 1)),
            config.game().latent(),
            config.game().loss(),
            config.game().generator(),
            config.game().discriminator());
    assertThatThrownBy(() -> new CoverageStudy(line, SAMPLES))
        .hasMessage(
            "coverage: expected data of equal modes in the plane, such as a ring or a grid, got"
                + " Points[distribution=Gaussian[mean=0.0, sd=1.0]]");
    assertThatThrownBy(() -> new CoverageStudy(config, 0))
        .hasMessage("coverage: expected at least 1 sample, got 0");
    CoverageStudy study = new CoverageStudy(config, SAMPLES);
    assertThatThrownBy(() -> study.run(List.of(), 2, new Recorder()))
        .hasMessage("coverage: expected at least 1 seed and 1 job, got 0 and 2");
    assertThatThrownBy(() -> study.run(List.of(1L), 0, new Recorder()))
        .hasMessage("coverage: expected at least 1 seed and 1 job, got 1 and 0");
  }
}
