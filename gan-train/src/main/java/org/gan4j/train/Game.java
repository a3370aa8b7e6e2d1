package org.gan4j.train;

import java.util.List;
import org.gan4j.core.Expect;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;

/**
 * What is optimised: two players and their objectives.
 *
 * @param latent the number of latent dimensions; z ~ N(0, I)
 * @param loss the pair of objectives
 * @param penalties terms added to what the discriminator minimises
 * @param generator maps [n, latent] to samples
 * @param discriminator maps samples to logits [n, 1], or packs of m to [n/m, 1]
 */
public record Game(
    int latent,
    GanLoss loss,
    List<CriticPenalty> penalties,
    Player generator,
    Player discriminator) {
  /**
   * Checks the settings.
   *
   * @param latent the number of latent dimensions, at least 1
   * @param loss the pair of objectives
   * @param penalties terms added to what the discriminator minimises
   * @param generator maps [n, latent] to samples
   * @param discriminator maps samples to logits [n, 1], or packs of m to [n/m, 1]
   */
  public Game {
    Expect.atLeast("config", "latent", latent, 1);
    Expect.nonNull("config", "a value for 'loss'", loss);
    Expect.nonNull("config", "a value for 'penalties'", penalties);
    Expect.nonNull("config", "a value for 'generator'", generator);
    Expect.nonNull("config", "a value for 'discriminator'", discriminator);
    penalties = List.copyOf(penalties);
  }

  /**
   * Returns this game with another loss.
   *
   * @param other the new value
   * @return the changed game
   */
  public Game withLoss(GanLoss other) {
    return new Game(latent, other, penalties, generator, discriminator);
  }

  /**
   * Returns this game with other penalties.
   *
   * @param others the new values
   * @return the changed game
   */
  public Game withPenalties(List<CriticPenalty> others) {
    return new Game(latent, loss, others, generator, discriminator);
  }

  /**
   * Returns this game with other players.
   *
   * @param otherGenerator the new generator
   * @param otherDiscriminator the new discriminator
   * @return the changed game
   */
  public Game withPlayers(Player otherGenerator, Player otherDiscriminator) {
    return new Game(latent, loss, penalties, otherGenerator, otherDiscriminator);
  }
}
