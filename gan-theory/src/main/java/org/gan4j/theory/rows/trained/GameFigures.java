package org.gan4j.theory.rows.trained;

import org.gan4j.io.plot.Figure;

/** Pictures of a game over its steps. */
final class GameFigures {
  private GameFigures() {}

  /** {@return V over the steps, under the largest value that the generator of the time allows} */
  static Figure value(Game game, String name) {
    double[] steps = game.series(Game.Moment::step);
    return Figure.of(
            "V over a game, " + name,
            "The value of the game stays under 2 JSD − log 4, which the discriminator of the time"
                + " would reach if it were optimal, and both fall to −log 4.",
            "steps",
            "nats")
        .line("V(D, G)", steps, game.series(Game.Moment::value))
        .dashed("2 JSD − log 4", steps, game.series(Game.Moment::largestValue));
  }

  /** {@return the discriminator's mean probabilities over the steps} */
  static Figure probabilities(Game game, String name) {
    double[] steps = game.series(Game.Moment::step);
    return Figure.of(
            "D over a game, " + name,
            "The mean probability of being real approaches one half for real samples from above"
                + " and for generated ones from below.",
            "steps",
            "probability")
        .line("mean of D over p", steps, game.series(Game.Moment::meanReal))
        .line("mean of D over q", steps, game.series(Game.Moment::meanFake));
  }
}
