package org.gan4j.core.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.gan4j.core.Expect;

/**
 * The recipes that configs and the command line can name: everything that the {@link
 * RecipeProvider}s on the class path list.
 */
public final class Recipes {
  private final List<RegisteredRecipe> all;

  private Recipes(List<RegisteredRecipe> all) {
    this.all = all;
  }

  /**
   * Reads every provider that the thread's context class loader finds.
   *
   * @return the recipes
   * @throws IllegalStateException if two recipes of a kind have the same name
   * @throws IllegalArgumentException if a provider lists something that is not a recipe
   * @throws java.util.ServiceConfigurationError if a provider cannot be loaded
   */
  public static Recipes load() {
    return of(
        ServiceLoader.load(RecipeProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  static Recipes of(List<RecipeProvider> providers) {
    List<RegisteredRecipe> all = new ArrayList<>();
    Map<String, RegisteredRecipe> taken = new HashMap<>();
    for (RecipeProvider provider : providers) {
      for (Class<? extends Recipe> type : provider.recipes()) {
        RegisteredRecipe recipe = RegisteredRecipe.of(type);
        RegisteredRecipe other = taken.put(recipe.kindName() + " " + recipe.name(), recipe);
        if (other != null) {
          throw new IllegalStateException(
              "recipes: expected unique names, got two recipes with the same name: "
                  + other.describe()
                  + " and "
                  + recipe.describe()
                  + "; rename one of them");
        }
        all.add(recipe);
      }
    }
    return new Recipes(List.copyOf(all));
  }

  /**
   * Returns the kind of a recipe.
   *
   * @param type a recipe's class, or the kind itself
   * @return the interface marked with {@link RecipeKind}
   * @throws IllegalArgumentException if it has no kind, or two
   */
  public static Class<? extends Recipe> kindOf(Class<? extends Recipe> type) {
    return RecipeNames.kind(type);
  }

  /** {@return every recipe, in the order in which the providers list them} */
  public List<RegisteredRecipe> all() {
    return all;
  }

  /** {@return the kinds that have recipes, each at the place of its first recipe} */
  public List<Class<? extends Recipe>> kinds() {
    List<Class<? extends Recipe>> kinds = new ArrayList<>();
    for (RegisteredRecipe recipe : all) {
      if (!kinds.contains(recipe.kind())) {
        kinds.add(recipe.kind());
      }
    }
    return kinds;
  }

  /**
   * Returns the recipes of one kind.
   *
   * @param kind an interface marked with {@link RecipeKind}
   * @return the recipes, in the order in which the providers list them
   */
  public List<RegisteredRecipe> of(Class<? extends Recipe> kind) {
    return all.stream().filter(recipe -> recipe.kind() == kind).toList();
  }

  /**
   * Returns the recipes of one kind that have usual settings, with those settings.
   *
   * @param kind an interface marked with {@link RecipeKind}
   * @param <T> the kind
   * @return the recipes, in the order in which the providers list them
   */
  public <T extends Recipe> List<T> usual(Class<T> kind) {
    return of(kind).stream()
        .map(RegisteredRecipe::usual)
        .flatMap(Optional::stream)
        .map(kind::cast)
        .toList();
  }

  /**
   * Returns a recipe by its name, with its usual settings.
   *
   * @param kind an interface marked with {@link RecipeKind}
   * @param name for example {@code non-saturating}
   * @param <T> the kind
   * @return the recipe
   * @throws IllegalArgumentException if there is none of this name, in which case the message lists
   *     the known names, or if it has no usual settings
   */
  public <T extends Recipe> T usual(Class<T> kind, String name) {
    RegisteredRecipe found =
        of(kind).stream()
            .filter(recipe -> recipe.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(kind, name));
    return found
        .usual()
        .map(kind::cast)
        .orElseThrow(
            () ->
                Expect.failure(
                    found.kindName() + " '" + name + "'",
                    "a recipe with usual settings",
                    "one that needs settings",
                    "give them in a config"));
  }

  /**
   * Returns the exception for a name that no recipe of a kind has; its message lists the known
   * names.
   *
   * @param kind an interface marked with {@link RecipeKind}
   * @param name the unknown name
   * @return the exception, to be thrown
   */
  public IllegalArgumentException unknown(Class<? extends Recipe> kind, String name) {
    List<String> known = of(kind).stream().map(RegisteredRecipe::name).toList();
    return Expect.unknown(RecipeNames.label(kind), known, name);
  }
}
