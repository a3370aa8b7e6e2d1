package org.gan4j.theory.rows.dynamics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.nn.Layer;
import org.gan4j.train.GanTrainer;

/** Computes orbits of a Dirac-GAN. */
@FunctionalInterface
interface Dynamics {
  /**
   * Computes an orbit.
   *
   * @param game the game
   * @param start the initial position
   * @param steps the number of steps of both players
   * @return steps + 1 positions, starting with the initial one
   * @throws IOException if data cannot be read; the trainer draws its data, so it never does
   */
  List<Position> orbit(DiracGan game, Position start, int steps) throws IOException;

  /** {@return the framework's own trainer and optimizers, in FLOAT64} */
  static Dynamics ofTrainer() {
    return (game, start, steps) -> {
      BackendOptions options = new BackendOptions(1, DType.FLOAT64);
      try (Backend backend = Backends.open("cpu", options)) {
        GanTrainer trainer = GanTrainer.open(game.config(start), backend);
        List<Position> orbit = new ArrayList<>(steps + 1);
        orbit.add(position(trainer));
        for (int i = 0; i < steps; i++) {
          trainer.step();
          orbit.add(position(trainer));
        }
        return orbit;
      }
    };
  }

  private static Position position(GanTrainer trainer) {
    return new Position(only(trainer.generator()), only(trainer.discriminator()));
  }

  private static double only(Layer network) {
    Parameter parameter = network.parameters().get(0);
    return parameter.value().item();
  }
}
