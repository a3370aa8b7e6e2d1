package org.gan4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.io.csv.PointsCsv;
import org.gan4j.study.coverage.CoverageStudy;
import org.gan4j.study.coverage.SeedScore;

/**
 * Shows the progress of the seeds of a study, and writes their samples.
 *
 * @param steps the number of steps of each training
 * @param seeds where to show it
 * @param folder where to write samples, or null to write none
 */
record SeedProgress(long steps, TasksProgress seeds, Path folder)
    implements CoverageStudy.Listener {
  @Override
  public void reached(long seed, long step) {
    seeds.reached(
        Long.toString(seed),
        (double) step / steps,
        String.format(Locale.ROOT, "seed %d: step %d of %d", seed, step, steps));
  }

  @Override
  public void finished(SeedScore score, float[] points) throws IOException {
    if (folder != null && score.divergedAt().isEmpty()) {
      PointsCsv.write(
          folder.resolve(String.format(Locale.ROOT, "seed-%d.csv", score.seed())), points, 2);
    }
    seeds.finished(Long.toString(score.seed()), line(score));
  }

  private static String line(SeedScore score) {
    if (score.divergedAt().isPresent()) {
      return String.format(
          Locale.ROOT, "seed %d diverged at step %d", score.seed(), score.divergedAt().getAsLong());
    }
    return String.format(
        Locale.ROOT,
        "seed %d: %d modes, %.1f %% of high quality, %.0f s",
        score.seed(),
        score.coverage().modes(),
        100 * score.coverage().highQuality(),
        score.seconds());
  }
}
