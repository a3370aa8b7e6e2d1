package org.gan4j.study.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.gan4j.core.Expect;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.concurrent.SideBySide;
import org.gan4j.core.random.Rng;
import org.gan4j.train.DivergedException;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;

/**
 * Trains one config with several seeds and scores the samples of each trained generator. Each seed
 * trains on one thread with its own backend. Several seeds can train in parallel; the number does
 * not affect the scores.
 */
public final class CoverageStudy {
  private final GanConfig config;
  private final int samples;
  private final Target target;

  /** Receives the progress of the seeds, one call at a time. */
  public interface Listener {
    /**
     * Called after every step.
     *
     * @param seed the seed
     * @param step the number of the generator update, from 1
     */
    void reached(long seed, long step);

    /**
     * Called when a seed has been trained and scored.
     *
     * @param score its score
     * @param points its samples, row-major
     * @shape points [samples, 2]
     * @throws IOException if the listener cannot write its output; this ends the study
     */
    void finished(SeedScore score, float[] points) throws IOException;
  }

  /**
   * Creates a study.
   *
   * @param config the training; its seed is replaced by those of the study
   * @param samples the number of samples to score per generator, at least 1
   * @throws IllegalArgumentException if the data are not modes in the plane
   */
  public CoverageStudy(GanConfig config, int samples) {
    Expect.count("coverage", "sample", samples, 1);
    this.config = config.withThreads(1);
    this.samples = samples;
    target = Target.of(config);
  }

  /** {@return the config of every training, apart from the seed} */
  public GanConfig config() {
    return config;
  }

  /**
   * Scores samples of the true distribution, as a perfect generator would produce them.
   *
   * @param seeds the seeds of the draws
   * @return the scores
   */
  public CoverageScores ofTrueDistribution(List<Long> seeds) {
    return new CoverageScores(seeds.stream().map(this::ofTrueDistribution).toList());
  }

  private SeedScore ofTrueDistribution(long seed) {
    return target.score(seed, target.sample(samples, seed), 0);
  }

  /**
   * Trains and scores the seeds.
   *
   * @param seeds the seeds, at least one
   * @param jobs the number of seeds to train in parallel, at least 1
   * @param listener receives the progress
   * @return the scores
   * @throws IllegalArgumentException if there is no seed or no job
   * @throws IOException if data cannot be read or the listener cannot write
   * @throws InterruptedException if the thread is interrupted; all trainings are stopped
   */
  public CoverageScores run(List<Long> seeds, int jobs, Listener listener)
      throws IOException, InterruptedException {
    if (seeds.isEmpty() || jobs < 1) {
      throw new IllegalArgumentException(
          "coverage: expected at least 1 seed and 1 job, got %d and %d"
              .formatted(seeds.size(), jobs));
    }
    List<Callable<SeedScore>> trainings = new ArrayList<>();
    seeds.forEach(seed -> trainings.add(() -> train(seed, listener)));
    try {
      return new CoverageScores(SideBySide.run(jobs, trainings));
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private SeedScore train(long seed, Listener listener) throws IOException, InterruptedException {
    GanConfig seeded = config.withSeed(seed);
    long start = System.nanoTime();
    try (Backend backend = seeded.compute().open()) {
      GanTrainer trainer = GanTrainer.open(seeded, backend);
      OptionalLong divergedAt = train(trainer, seed, listener);
      double seconds = (System.nanoTime() - start) / 1e9;
      float[] points = divergedAt.isPresent() ? noNumbers() : sample(trainer, seed);
      SeedScore score =
          finite(points)
              ? target.score(seed, points, seconds)
              : target.diverged(seed, samples, seconds, divergedAt.orElse(trainer.steps()));
      synchronized (listener) {
        listener.finished(score, points);
      }
      return score;
    }
  }

  /** {@return the step at which the training diverged, if it did} */
  private static OptionalLong train(GanTrainer trainer, long seed, Listener listener)
      throws IOException, InterruptedException {
    try {
      trainer.train(
          List.of(
              (report, current) -> {
                synchronized (listener) {
                  listener.reached(seed, report.step());
                }
              }));
    } catch (DivergedException e) {
      return OptionalLong.of(e.step());
    }
    if (trainer.steps() < trainer.config().training().steps()) {
      throw new InterruptedException("the study ended before seed " + seed);
    }
    return OptionalLong.empty();
  }

  private float[] sample(GanTrainer trainer, long seed) {
    return trainer.sample(samples, Rng.ofSeed(seed).stream("evaluation"));
  }

  /** The last update can diverge too, which only the samples show. */
  private static boolean finite(float[] points) {
    for (float point : points) {
      if (!Float.isFinite(point)) {
        return false;
      }
    }
    return true;
  }

  private float[] noNumbers() {
    float[] points = new float[2 * samples];
    Arrays.fill(points, Float.NaN);
    return points;
  }

  /** The study fails with the exception of the first seed that fails. */
  private static IOException failure(Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }
}
