package org.gan4j.cli;

import java.util.List;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.train.GanConfig;
import picocli.CommandLine.Option;

/** Options that replace a config's loss and penalties. */
final class ObjectiveOptions {
  @Option(
      names = "--loss",
      paramLabel = "NAME",
      description = "The pair of objectives; gan losses lists them.")
  private String loss;

  @Option(
      names = "--penalty",
      paramLabel = "NAME",
      description =
          "A critic penalty with its usual factor, such as r1; can be repeated. gan losses lists"
              + " them; other factors need a --config.")
  private List<String> penalties = List.of();

  /**
   * Returns the config with the given loss and penalties.
   *
   * @throws UsageException if a name is unknown
   */
  GanConfig over(GanConfig base) {
    try {
      Recipes recipes = Recipes.load();
      GanConfig config = loss == null ? base : base.withLoss(recipes.usual(GanLoss.class, loss));
      return penalties.isEmpty() ? config : config.withPenalties(penalties(recipes));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e);
    }
  }

  private List<CriticPenalty> penalties(Recipes recipes) {
    return penalties.stream().map(name -> recipes.usual(CriticPenalty.class, name)).toList();
  }
}
