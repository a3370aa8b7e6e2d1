package org.gan4j.core.recipe;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.gan4j.core.Expect;

/** Names of recipes and of their kinds. */
final class RecipeNames {
  private RecipeNames() {}

  /** The name of a recipe's class; an anonymous class takes the name of its kind. */
  static String of(Class<? extends Recipe> type) {
    RecipeName given = type.getAnnotation(RecipeName.class);
    if (given != null) {
      return given.value();
    }
    return type.getSimpleName().isEmpty() ? label(kind(type)) : kebab(type.getSimpleName());
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** What messages call a recipe of a kind. */
  static String label(Class<? extends Recipe> kind) {
    RecipeKind marked = kind.getAnnotation(RecipeKind.class);
    if (marked == null) {
      throw Expect.failure(
          "recipes", "a kind of recipe", kind.getName(), "mark the interface with @RecipeKind");
    }
    return marked.value();
  }

  /**
   * Returns the kind of a recipe.
   *
   * @throws IllegalArgumentException if it has none, or two
   */
  static Class<? extends Recipe> kind(Class<? extends Recipe> type) {
    Set<Class<? extends Recipe>> kinds = new LinkedHashSet<>();
    collectKinds(type, kinds);
    if (kinds.size() != 1) {
      throw Expect.failure(
          "recipes",
          "a record of one kind, such as a loss or a layer",
          type.getName() + (kinds.isEmpty() ? " of none" : " of " + kinds.size()),
          "implement one of the interfaces marked with @RecipeKind");
    }
    return kinds.iterator().next();
  }

  private static void collectKinds(Class<?> type, Set<Class<? extends Recipe>> kinds) {
    if (type.isAnnotationPresent(RecipeKind.class)) {
      kinds.add(type.asSubclass(Recipe.class));
    }
    for (Class<?> parent : type.getInterfaces()) {
      collectKinds(parent, kinds);
    }
  }
}
