package org.gan4j.theory;

/**
 * One step of the theorem, reproduced in numbers.
 *
 * <p>A row takes what it computes with (a density, a formula, a loss) through its constructor, so
 * that a test can hand it a broken one and see it fail. It computes on the calling thread alone and
 * draws only from {@link Setting#rng}, so that its numbers depend on the seed and on nothing else.
 */
public interface Row {
  /** {@return what the row shows, where it stands in the paper, and how it is computed} */
  Statement statement();

  /**
   * Computes both sides.
   *
   * @param setting the seed, how much work to put in, and whom to tell how far it is
   * @return the sides, with everything that is worth looking at; at least one check
   * @throws Exception if a side cannot be computed; the row then counts as failed
   */
  Evidence check(Setting setting) throws Exception;
}
