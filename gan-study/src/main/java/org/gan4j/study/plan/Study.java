package org.gan4j.study.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.Expect;

/**
 * Many runs as one study: every combination of the axes' points, with every seed.
 *
 * @param base the config that the axes change
 * @param axes what varies; the last axis varies fastest
 * @param seeds the seeds of each setting
 * @param trials what each trial does
 */
public record Study(StudyBase base, List<StudyAxis> axes, Seeds seeds, Trials trials) {
  /**
   * Copies the axes.
   *
   * @param base the config that the axes change
   * @param axes what varies
   * @param seeds the seeds of each setting
   * @param trials what each trial does
   */
  public Study {
    Expect.nonNull("study", "a value for 'base'", base);
    Expect.nonNull("study", "a value for 'axes'", axes);
    Expect.nonNull("study", "a value for 'seeds'", seeds);
    Expect.nonNull("study", "a value for 'trials'", trials);
    axes = List.copyOf(axes);
  }

  /**
   * Returns the same study without other files: its base is part of it.
   *
   * @param folder the folder that relative paths start from
   * @return the study
   * @throws IOException if the base cannot be read
   */
  public Study whole(Path folder) throws IOException {
    return new Study(new ConfigBase(base.config(folder)), axes, seeds, trials);
  }
}
