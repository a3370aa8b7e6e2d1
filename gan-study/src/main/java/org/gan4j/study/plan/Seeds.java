package org.gan4j.study.plan;

import java.util.List;
import java.util.stream.LongStream;
import org.gan4j.core.Expect;

/**
 * Consecutive seeds; every setting is tried with each.
 *
 * @param first the first seed
 * @param count how many
 */
public record Seeds(long first, int count) {
  /**
   * Checks the count.
   *
   * @param first the first seed
   * @param count how many, at least 1
   */
  public Seeds {
    Expect.count("seeds", "seed", count, 1);
  }

  /** Uses the seeds 1 to 5. */
  public Seeds() {
    this(1, 5);
  }

  /** {@return the seeds in order} */
  public List<Long> all() {
    return LongStream.range(first, first + count).boxed().toList();
  }
}
