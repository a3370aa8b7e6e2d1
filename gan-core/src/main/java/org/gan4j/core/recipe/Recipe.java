package org.gan4j.core.recipe;

/**
 * Something that a run's config names: a loss, a layer, an optimizer, a distribution. A recipe is
 * an immutable record; its components are the settings that the config gives.
 *
 * <p>Each kind of recipe is an interface with a {@link RecipeKind}. A {@link RecipeProvider} lists
 * the records, and {@link Recipes} finds them by name.
 */
public interface Recipe {
  /**
   * {@return the name in configs and on the command line: the class name in kebab case, such as
   * {@code batch-norm} for {@code BatchNorm}, unless a {@link RecipeName} gives another}
   */
  default String name() {
    return RecipeNames.of(getClass());
  }
}
