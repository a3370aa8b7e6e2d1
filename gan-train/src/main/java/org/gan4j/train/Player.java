package org.gan4j.train;

import org.gan4j.core.Expect;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.optim.Optimizer;

/**
 * One of the two networks and how it learns.
 *
 * @param network its architecture
 * @param optimizer how its parameters are updated
 */
public record Player(LayerSpec network, Optimizer optimizer) {
  /**
   * Checks that neither is missing.
   *
   * @param network its architecture
   * @param optimizer how its parameters are updated
   */
  public Player {
    Expect.nonNull("player", "a network", network);
    Expect.nonNull("player", "an optimizer", optimizer);
  }
}
