package org.gan4j.theory.rows.trained;

import org.gan4j.io.plot.Figure;

/** Plots of a game over its steps. */
final class GameFigures {
  private GameFigures() {}

  /** {@return V over the steps, with the largest value that the current generator allows} */
  static Figure value(PlayedGame game, String name) {
    double[] steps = game.series(PlayedGame.Moment::step);
    return Figure.of(
            "V over a game, " + name,
            "The value of the game stays below 2 JSD − log 4, the value of an optimal discriminator"
                + " at that step, and both fall to −log 4.",
            "steps",
            "nats")
        .line("V(D, G)", steps, game.series(PlayedGame.Moment::value))
        .dashed("2 JSD − log 4", steps, game.series(PlayedGame.Moment::largestValue));
  }

  /** {@return the discriminator's mean probabilities over the steps} */
  static Figure probabilities(PlayedGame game, String name) {
    double[] steps = game.series(PlayedGame.Moment::step);
    return Figure.of(
            "D over a game, " + name,
            "The mean probability of being real approaches one half for real samples from above"
                + " and for generated ones from below.",
            "steps",
            "probability")
        .line("mean of D over p", steps, game.series(PlayedGame.Moment::meanReal))
        .line("mean of D over q", steps, game.series(PlayedGame.Moment::meanFake));
  }
}
