package org.gan4j.data;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Expect;
import org.gan4j.core.Shape;
import org.gan4j.core.random.RngStream;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.RecipeKind;

/** A probability distribution on R^d to sample from. Implementations are immutable. */
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

  /** {@return the log density if it has a closed form, else empty} */
  Optional<LogDensity> logDensity();

  /**
   * Draws a finite data set. With the same stream, a smaller data set is the beginning of a larger
   * one.
   *
   * @param n how many samples, at least 1
   * @param stream the source of randomness, at its step 0
   * @return the samples, rounded to float
   * @throws IllegalArgumentException if n is below 1
   */
  default Dataset toDataset(int n, RngStream stream) {
    Expect.count("Distribution.toDataset", "sample", n, 1);
    Shape shape = sampleShape();
    float[] values = new float[shape.batch(n).length()];
    new FreshSamples(this, stream).batch(0, values);
    return ArrayDataset.owning(shape, values);
  }
}
