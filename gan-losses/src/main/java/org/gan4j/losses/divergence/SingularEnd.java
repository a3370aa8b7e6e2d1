package org.gan4j.losses.divergence;

import java.util.stream.DoubleStream;

/** Breakpoints next to an end at which a density is distance^(shape − 1). */
final class SingularEnd {
  /** A bound on the mass that two such ends leave out. */
  static final double MASS_OUTSIDE = 4 * Math.exp(-60);

  /** For all that varies with the distance itself; within exp(−40) of the scale nothing does. */
  private static final double[] SMOOTH = {1, 3, 7, 14, 40};

  /** Logarithms of the mass that is left inside. */
  private static final double[] LOG_MASSES = {1, 3, 7, 14, 30, 60};

  private SingularEnd() {}

  /** The logarithms of the breakpoints' distances, in units of the density's scale. */
  static double[] logMultiples(double shape) {
    DoubleStream singular =
        DoubleStream.of(LOG_MASSES)
            .map(logMass -> logMass / shape)
            .filter(log -> log > SMOOTH[SMOOTH.length - 1]);
    return DoubleStream.concat(DoubleStream.of(SMOOTH), singular).map(log -> -log).toArray();
  }
}
