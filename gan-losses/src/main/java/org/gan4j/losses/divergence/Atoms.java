package org.gan4j.losses.divergence;

import java.util.Arrays;

/**
 * A distribution on finitely many atoms. Two of the same length live on the same atoms, in order.
 */
public final class Atoms {
  /** Probabilities that a person typed sum to 1 only to a few digits. */
  private static final double TOLERANCE = 1e-9;

  private final double[] probabilities;

  /** Of their own, for the quotient of a tiny probability and the sum has few digits. */
  private final double[] logProbabilities;

  private Atoms(double[] typed, double sum) {
    probabilities = Arrays.stream(typed).map(p -> p / sum).toArray();
    logProbabilities = Arrays.stream(typed).map(p -> Math.log(p) - Math.log(sum)).toArray();
  }

  /**
   * Returns the distribution with these probabilities.
   *
   * @param probabilities one or more, none negative, their sum 1 within 1e-9; they are divided by
   *     it
   * @return the distribution
   */
  public static Atoms of(double... probabilities) {
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1 + TOLERANCE)) {
        throw new IllegalArgumentException(
            "atoms: expected probabilities from 0 to 1, got " + probability);
      }
    }
    double sum = Arrays.stream(probabilities).sum();
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "atoms: expected probabilities that sum to 1, got a sum of %s; divide them by it"
              .formatted((float) sum));
    }
    return new Atoms(probabilities, sum);
  }

  /** {@return how many atoms} */
  public int count() {
    return probabilities.length;
  }

  /**
   * Returns an atom's probability.
   *
   * @param atom its number, from 0
   * @return the probability
   */
  public double probability(int atom) {
    return probabilities[atom];
  }

  /**
   * Returns the logarithm of an atom's probability.
   *
   * @param atom its number, from 0
   * @return the logarithm, in nats; negative infinity for an atom without mass
   */
  public double logProbability(int atom) {
    return logProbabilities[atom];
  }

  @Override
  public String toString() {
    return "atoms" + Arrays.toString(probabilities).replace('[', '(').replace(']', ')');
  }
}
