package org.gan4j.theory;

/**
 * A step of the theorem, checked numerically.
 *
 * <p>A row takes its densities, formulas and losses through the constructor, so that a test can
 * pass a broken one and see the row fail. It computes only on the calling thread and draws only
 * from {@link Setting#rng}, so its numbers depend on the seed alone.
 */
public interface Row {
  /** {@return what the row shows, its source, and how it is computed} */
  Statement statement();

  /**
   * Computes both sides.
   *
   * @param setting the seed, the amount of work, and the progress listener
   * @return the evidence, with at least one check
   * @throws Exception if a side cannot be computed; the row then fails
   */
  Evidence check(Setting setting) throws Exception;
}
