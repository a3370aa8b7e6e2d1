package org.gan4j.theory.rows.dynamics;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.data.Distribution;
import org.gan4j.data.LogDensity;

/**
 * A distribution on a single point of the line, which has no density.
 *
 * @param position the point
 */
record PointMass(double position) implements Distribution {
  @Override
  public Shape sampleShape() {
    return Shape.of(1);
  }

  @Override
  public void sample(RandomGenerator draws, double[] destination) {
    destination[0] = position;
  }

  @Override
  public Optional<LogDensity> logDensity() {
    return Optional.empty();
  }
}
