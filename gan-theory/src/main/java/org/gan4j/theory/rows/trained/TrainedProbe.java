package org.gan4j.theory.rows.trained;

import org.gan4j.core.backend.Backend;
import org.gan4j.core.random.Rng;
import org.gan4j.losses.OriginalMinimax;

/**
 * A new discriminator trained against a frozen generator. Its value shows how far q is from p,
 * whatever the discriminator of the game says.
 *
 * @param critic the trained probe
 * @param value V of the probe
 * @param largest V(D*), by separate integrals
 */
record TrainedProbe(CriticFunction critic, double value, double largest) {
  private static final int PANELS = 8;
  private static final int ORDER = 32;

  /** Two layers of 32 tanh units on 2x for 4 000 steps. */
  static final CriticRecipe RECIPE = CriticRecipe.tanh(32, 2, 4_000);

  /** The same for 12 000 steps on 3x, for densities with two modes. */
  static final CriticRecipe FINE = CriticRecipe.tanh(32, 3, 12_000);

  /**
   * Trains a probe by quadrature.
   *
   * @param recipe how to train it
   * @param pair the data and the frozen generator
   * @param rng the source of the initial weights
   * @param backend where to compute
   * @return the probe
   */
  static TrainedProbe of(CriticRecipe recipe, DensityPair pair, Rng rng, Backend backend) {
    CriticFit fit =
        new CriticFit(recipe, new OriginalMinimax(), pair.points(PANELS, ORDER), rng, backend);
    CriticFunction critic = fit.run(step -> {});
    return new TrainedProbe(critic, pair.value(critic), pair.divergences().optimalValue().value());
  }

  /** {@return V(D*) − V(probe)} */
  double gap() {
    return largest - value;
  }
}
