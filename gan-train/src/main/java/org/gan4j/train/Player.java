package org.gan4j.train;

import java.util.Objects;
import org.gan4j.nn.LayerSpec;
import org.gan4j.nn.optim.Optimizer;

/**
 * One of the two networks and how it learns.
 *
 * @param network its architecture
 * @param optimizer its updates
 */
public record Player(LayerSpec network, Optimizer optimizer) {
  /**
   * Checks that both are there.
   *
   * @param network its architecture
   * @param optimizer its updates
   */
  public Player {
    Objects.requireNonNull(network, "player: expected a network, got null");
    Objects.requireNonNull(optimizer, "player: expected an optimizer, got null");
  }
}
