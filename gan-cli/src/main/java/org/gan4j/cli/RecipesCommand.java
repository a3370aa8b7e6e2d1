package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.core.recipe.RegisteredRecipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan recipes}. */
@Command(
    name = "recipes",
    description = {
      "Lists what a config can name: losses, penalties, layers, optimizers, schedules,",
      "initialisers, distributions, data sets and orders of updates, each with its source."
    },
    footer = {
      "",
      "Examples:",
      "  gan recipes",
      "  gan recipes layer optimizer",
      "  gan recipes --plugins my-recipes.jar --json"
    })
final class RecipesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private PluginOptions plugins;

  @Parameters(
      paramLabel = "KIND",
      arity = "0..*",
      description = "Only these kinds, such as layer or optimizer.")
  private List<String> kinds = List.of();

  @Override
  public Integer call() throws IOException {
    return plugins.during(this::list);
  }

  private int list() {
    List<RegisteredRecipe> listed = Recipes.load().all();
    List<String> known = listed.stream().map(RecipesCommand::kind).distinct().toList();
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw new UsageException(
            String.format(
                Locale.ROOT,
                "recipes: expected a kind, one of %s, got '%s'",
                String.join(", ", known),
                kind));
      }
    }
    if (!kinds.isEmpty()) {
      listed = listed.stream().filter(recipe -> kinds.contains(kind(recipe))).toList();
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(common.json ? json(listed) : text(listed));
    out.flush();
    return ExitCode.DONE.code();
  }

  /** A kind in one word, such as data-set. */
  private static String kind(RegisteredRecipe recipe) {
    return recipe.kindName().replace(' ', '-');
  }

  private static String json(List<RegisteredRecipe> recipes) {
    ObjectNode object = Json.object();
    ArrayNode list = object.putArray("recipes");
    for (RegisteredRecipe recipe : recipes) {
      list.addObject()
          .put("kind", kind(recipe))
          .put("name", recipe.name())
          .put("class", recipe.type().getName())
          .put("source", source(recipe));
    }
    return Json.text(object) + System.lineSeparator();
  }

  private static String source(RegisteredRecipe recipe) {
    return recipe.source().map(Path::toString).orElse("unknown");
  }

  private static String text(List<RegisteredRecipe> recipes) {
    return recipes.stream()
        .map(
            recipe ->
                String.format(
                    Locale.ROOT,
                    "%-12s %-21s %-50s %s",
                    kind(recipe),
                    recipe.name(),
                    recipe.type().getName(),
                    recipe.source().map(Path::getFileName).map(Path::toString).orElse("?")))
        .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
  }
}
