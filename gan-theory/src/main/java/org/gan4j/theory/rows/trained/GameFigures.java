package org.gan4j.theory.rows.trained;

import java.util.Map;
import org.gan4j.io.plot.Figure;

/** Plots of games over their steps, all games in one. */
final class GameFigures {
  private GameFigures() {}

  /**
   * Plots V over the steps, with the largest value that the current generator allows.
   *
   * @param games each with the name of its loss
   */
  static Figure value(Map<String, PlayedGame> games) {
    Figure figure =
        Figure.of(
            "V over a game" + title(games),
            "The value of the game stays below 2 JSD − log 4, the value of an optimal discriminator"
                + " at that step, and both fall to −log 4.",
            "steps",
            "nats");
    for (Map.Entry<String, PlayedGame> each : games.entrySet()) {
      PlayedGame game = each.getValue();
      double[] steps = game.series(PlayedGame.Moment::step);
      String which = label(games, each.getKey());
      figure =
          figure
              .line("V(D, G)" + which, steps, game.series(PlayedGame.Moment::value))
              .dashed("2 JSD − log 4" + which, steps, game.series(PlayedGame.Moment::largestValue));
    }
    return figure;
  }

  /**
   * Plots the discriminator's mean probabilities over the steps.
   *
   * @param games each with the name of its loss
   */
  static Figure probabilities(Map<String, PlayedGame> games) {
    Figure figure =
        Figure.of(
            "D over a game" + title(games),
            "The mean probability of being real approaches one half for real samples from above"
                + " and for generated ones from below.",
            "steps",
            "probability");
    for (Map.Entry<String, PlayedGame> each : games.entrySet()) {
      PlayedGame game = each.getValue();
      double[] steps = game.series(PlayedGame.Moment::step);
      String which = label(games, each.getKey());
      figure =
          figure
              .line("mean of D over p" + which, steps, game.series(PlayedGame.Moment::meanReal))
              .line("mean of D over q" + which, steps, game.series(PlayedGame.Moment::meanFake));
    }
    return figure;
  }

  /**
   * Plots the divergence between the generator and the data over the steps.
   *
   * @param games each with the name of its loss
   */
  static Figure jsd(Map<String, PlayedGame> games) {
    Figure figure =
        Figure.of(
                "JSD over a game" + title(games),
                "The exact divergence between the generator and the data falls by orders of"
                    + " magnitude. The generator is the one being trained, without averaging.",
                "steps",
                "JSD(p ‖ q) in nats")
            .logY();
    for (Map.Entry<String, PlayedGame> each : games.entrySet()) {
      PlayedGame game = each.getValue();
      figure =
          figure.line(
              "JSD(p ‖ q)" + label(games, each.getKey()),
              game.series(PlayedGame.Moment::step),
              game.series(PlayedGame.Moment::jsd));
    }
    return figure;
  }

  /** One game is named in the title, several in the legend. */
  private static String title(Map<String, PlayedGame> games) {
    return games.size() == 1 ? ", " + games.keySet().iterator().next() : "";
  }

  private static String label(Map<String, PlayedGame> games, String name) {
    return games.size() == 1 ? "" : ", " + name;
  }
}
