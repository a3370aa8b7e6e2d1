package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.io.csv.PointsCsv;
import org.gan4j.study.measure.FiniteSamples;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.trial.TrialStatus;
import org.gan4j.train.Sampler;
import org.gan4j.train.run.Checkpoint;
import org.gan4j.train.run.RunDirectory;

/**
 * The samples that a coverage study scored, drawn again from the last checkpoints.
 *
 * @param count how many each generator draws
 * @param target where to write {@code seed-1.csv} and so on
 */
record SeedSamples(int count, Path target) {
  void write(StudyResults results, Path study) throws IOException {
    for (Trial trial : results.plan().trials()) {
      if (results.status(trial) == TrialStatus.DONE) {
        Path file = target.resolve(String.format(Locale.ROOT, "seed-%d.csv", trial.seed()));
        RunDirectory run = new RunDirectory(study.resolve("trials").resolve(trial.name()));
        PointsCsv.write(file, samples(trial, run.checkpoint(trial.steps())), 2);
      }
    }
  }

  private float[] samples(Trial trial, Path checkpoint) throws IOException {
    try (Backend backend = trial.config().compute().open()) {
      return new Sampler(trial.config(), Checkpoint.read(checkpoint).generator(backend), backend)
          .sample(count, Rng.ofSeed(trial.seed()).stream(FiniteSamples.STREAM));
    }
  }
}
