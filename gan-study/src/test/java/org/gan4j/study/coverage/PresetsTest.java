package org.gan4j.study.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.data.distribution.Spiral;
import org.gan4j.data.spec.Points;
import org.gan4j.study.plan.Seeds;
import org.gan4j.study.run.Studies;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;
import org.gan4j.train.config.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The presets that a newcomer runs first keep their promise, from every seed. */
class PresetsTest {
  private static final Seeds SEEDS = new Seeds(1, 3);
  private static final int SAMPLES = 10_000;
  private static final int BINS = 20;

  @TempDir private Path temp;

  /** All modes, and so many samples within 3 standard deviations of one. */
  @ParameterizedTest
  @CsvSource({"ring, 8, 0.95", "grid, 25, 0.85"})
  void everyModeIsSharp(String preset, int modes, double highQuality) throws Exception {
    CoverageStudy study = new CoverageStudy(Presets.named(preset), SEEDS, SAMPLES);
    assertThat(study.scores(Studies.run(temp, study.plan()).results()).seeds())
        .hasSize(3)
        .allSatisfy(
            seed -> {
              assertThat(seed.modes()).as("modes of %s", seed).isEqualTo(modes);
              assertThat(seed.highQuality())
                  .as("high quality of %s", seed)
                  .isGreaterThanOrEqualTo(highQuality);
            });
  }

  /**
   * Samples are near the curve, and along all of it: each of 20 pieces in which the data are
   * equally likely has at least half of its share.
   */
  @Test
  void theSpiralIsFollowedFromEndToEnd() throws IOException {
    GanConfig config = Presets.named("spiral").withSeed(1);
    Spiral spiral = (Spiral) ((Points) config.data()).distribution();
    float[] samples = trained(config);
    int[] pieces = new int[BINS];
    int near = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Nearest nearest = Nearest.of(spiral, samples[2 * i], samples[2 * i + 1]);
      if (nearest.distance() <= 3 * spiral.sd()) {
        near++;
        pieces[nearest.piece()]++;
      }
    }
    assertThat(near).isGreaterThanOrEqualTo((int) (0.95 * SAMPLES));
    assertThat(IntStream.of(pieces).min().orElseThrow()).isGreaterThanOrEqualTo(SAMPLES / BINS / 2);
  }

  private static float[] trained(GanConfig config) throws IOException {
    try (Backend backend = config.compute().open()) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      trainer.train(List.of());
      return trainer.sample(SAMPLES, Rng.ofSeed(config.seed()).stream("evaluation"));
    }
  }

  /** How far a point is from the curve, and in which piece the nearest point of the curve is. */
  private record Nearest(double distance, int piece) {
    private static final int POINTS = 1_000;

    static Nearest of(Spiral spiral, double x, double y) {
      Nearest nearest = new Nearest(Double.POSITIVE_INFINITY, -1);
      for (int i = 0; i < spiral.arms() * POINTS; i++) {
        int arm = i / POINTS;
        double t = Math.sqrt((i % POINTS + 0.5) / POINTS); // so that pieces are equally likely
        double angle = 2 * Math.PI * (spiral.turns() * t + (double) arm / spiral.arms());
        double radius = spiral.radius() * t;
        double distance = Math.hypot(radius * Math.cos(angle) - x, radius * Math.sin(angle) - y);
        if (distance < nearest.distance) {
          nearest = new Nearest(distance, i * BINS / (spiral.arms() * POINTS));
        }
      }
      return nearest;
    }
  }
}
