package org.gan4j.data.distribution;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.data.Distribution;
import org.gan4j.data.LogDensity;

/**
 * A mixture of equally likely modes, isotropic Gaussians with one standard deviation. Mode-coverage
 * metrics are defined for these distributions.
 */
public interface MultiModal extends Distribution {
  /** {@return the number of modes K, at least 1} */
  int modes();

  /** {@return the standard deviation of each mode along each axis, above 0} */
  double sd();

  /**
   * Writes the centre of one mode.
   *
   * @param mode from 0 to {@code modes() - 1}
   * @param destination receives the centre in its first d elements
   * @shape destination [d]
   */
  void centre(int mode, double[] destination);

  /**
   * {@return the centres of all modes, all distinct; the caller owns the arrays}
   *
   * @shape [K, d]
   */
  default double[][] centres() {
    double[][] centres = new double[modes()][sampleShape().length()];
    for (int mode = 0; mode < centres.length; mode++) {
      centre(mode, centres[mode]);
    }
    return centres;
  }

  @Override
  default void sample(RandomGenerator draws, double[] destination) {
    centre(draws.nextInt(modes()), destination);
    int dimensions = sampleShape().length();
    for (int axis = 0; axis < dimensions; axis++) {
      destination[axis] += sd() * draws.nextGaussian();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>log p(x) = log (1/K) Σ exp(−‖x − c_k‖² / (2 sd²)) − d (log sd + ½ log 2π), as a log-sum-exp.
   */
  @Override
  default Optional<LogDensity> logDensity() {
    return Optional.of(new IsotropicMixture(centres(), sd()));
  }
}
