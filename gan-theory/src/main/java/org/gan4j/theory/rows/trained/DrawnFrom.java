package org.gan4j.theory.rows.trained;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.data.Distribution;
import org.gan4j.data.LogDensity;
import org.gan4j.losses.divergence.Density;

/**
 * A density as a source of training data.
 *
 * @param density what is drawn from
 */
record DrawnFrom(Density density) implements Distribution {
  @Override
  public Shape sampleShape() {
    return Shape.of(1);
  }

  @Override
  public void sample(RandomGenerator draws, double[] destination) {
    destination[0] = density.sample(draws);
  }

  @Override
  public Optional<LogDensity> logDensity() {
    return Optional.of(point -> density.logDensity(point[0]));
  }
}
