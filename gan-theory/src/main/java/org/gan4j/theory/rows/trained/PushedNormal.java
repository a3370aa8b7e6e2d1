package org.gan4j.theory.rows.trained;

import java.util.random.RandomGenerator;
import org.gan4j.losses.divergence.Densities;
import org.gan4j.losses.divergence.Density;
import org.gan4j.losses.divergence.Interval;
import org.gan4j.losses.divergence.Outline;
import org.gan4j.losses.divergence.Point;
import org.gan4j.losses.divergence.Tail;

/**
 * The distribution of G(z), z ~ N(0, 1), for an increasing map: q(x) = φ(z) / G′(z) at z = G⁻¹(x).
 *
 * @param map G
 */
record PushedNormal(MonotoneMap map) implements Density {
  private static final Density NORMAL = Densities.normal(0, 1);
  private static final double[] DISTANCES = {0, 0.5, 1, 1.5, 2, 3, 4, 8, 14, 39};

  @Override
  public double logDensity(Point x) {
    double z = map.inverse(x.value());
    return NORMAL.logDensity(z) - Math.log(map.derivative(z));
  }

  @Override
  public double cumulative(double x) {
    return NORMAL.cumulative(map.inverse(x));
  }

  @Override
  public double sample(RandomGenerator draws) {
    return map.value(draws.nextGaussian());
  }

  @Override
  public Outline outline() {
    Outline.Builder outline = Outline.on(Interval.LINE);
    for (double distance : DISTANCES) {
      outline.points(map.value(distance), 1, 0).points(map.value(-distance), 1, 0);
    }
    Tail tail = Tail.gaussian(map.slope());
    return outline.tails(tail, tail).build();
  }
}
