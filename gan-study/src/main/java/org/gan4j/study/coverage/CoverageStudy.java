package org.gan4j.study.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.concurrent.SideBySide;
import org.gan4j.core.random.Rng;
import org.gan4j.train.DivergedException;
import org.gan4j.train.GanConfig;
import org.gan4j.train.GanTrainer;

/**
 * Trains one config with several seeds and scores each trained generator's samples. Every seed
 * computes on one thread with a backend of its own, several seeds at a time; no figure depends on
 * how many.
 */
public final class CoverageStudy {
  private final GanConfig config;
  private final int samples;
  private final Target target;

  /** Hears how the seeds go, from one thread at a time. */
  public interface Listener {
    /**
     * Called after every step.
     *
     * @param seed whose step
     * @param step the number of the generator update, from 1
     */
    void reached(long seed, long step);

    /**
     * Called when a seed is trained and scored.
     *
     * @param score its score
     * @param points its samples, row-major
     * @shape points [samples, 2]
     * @throws IOException if what the listener writes cannot be written; ends the study
     */
    void finished(SeedScore score, float[] points) throws IOException;
  }

  /**
   * Plans a study.
   *
   * @param config the training; its seed is replaced by each of the study's
   * @param samples how many samples of each generator are scored, at least 1
   * @throws IllegalArgumentException if the data are not modes on the plane
   */
  public CoverageStudy(GanConfig config, int samples) {
    if (samples < 1) {
      throw new IllegalArgumentException("coverage: expected at least 1 sample, got " + samples);
    }
    this.config = config.withThreads(1);
    this.samples = samples;
    target = Target.of(config);
  }

  /** {@return the training of every seed, but for its seed} */
  public GanConfig config() {
    return config;
  }

  /**
   * Scores as many samples of the true law as a generator's: what a perfect one would reach.
   *
   * @param seeds decide the draws
   * @return the scores
   */
  public CoverageScores ofTrueLaw(List<Long> seeds) {
    return new CoverageScores(seeds.stream().map(this::ofTrueLaw).toList());
  }

  private SeedScore ofTrueLaw(long seed) {
    return target.score(seed, target.sample(samples, seed), 0, OptionalLong.empty());
  }

  /**
   * Trains and scores the seeds.
   *
   * @param seeds the seeds, at least one
   * @param jobs how many train at a time, at least 1
   * @param listener hears how it goes
   * @return the scores
   * @throws IllegalArgumentException if there is no seed, or no job
   * @throws IOException if the backend's or the listener's files fail
   * @throws InterruptedException if the thread is interrupted; the trainings end
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
      SeedScore score = target.score(seed, points, seconds, divergedAt);
      synchronized (listener) {
        listener.finished(score, points);
      }
      return score;
    }
  }

  /** {@return the step at which it diverged, if it did} */
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

  private float[] noNumbers() {
    float[] points = new float[2 * samples];
    Arrays.fill(points, Float.NaN);
    return points;
  }

  /** A study's failure is that of its first seed to fail. */
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
