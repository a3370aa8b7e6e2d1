package org.gan4j.data;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/** A probability law on R^d that can be sampled for ever. Implementations are immutable. */
@RecipeKind("distribution")
public interface Distribution extends Recipe {
  /** {@return the shape of one sample, {@code [d]}} */
  Shape sampleShape();

  /**
   * Draws one sample.
   *
   * @param draws the source of randomness, advanced by the call
   * @param destination receives the sample in its first d elements
   */
  void sample(RandomGenerator draws, double[] destination);

  /** {@return the log density where it has a closed form, otherwise empty} */
  Optional<LogDensity> logDensity();

  /**
   * Draws a finite data set, the x_i of an empirical law. A smaller one is the beginning of a
   * larger one of the same stream.
   *
   * @param n how many samples, at least 1
   * @param stream its step 0 gives the draws
   * @return the samples, rounded to float
   * @throws IllegalArgumentException if n is below 1
   */
  default Dataset toDataset(int n, RngStream stream) {
    if (n < 1) {
      throw new IllegalArgumentException("Distribution.toDataset: expected n >= 1, got " + n);
    }
    Shape shape = sampleShape();
    float[] values = new float[Math.toIntExact(shape.batch(n).size())];
    new FreshSamples(this, stream).batch(0, values);
    return ArrayDataset.owning(shape, values);
  }
}
