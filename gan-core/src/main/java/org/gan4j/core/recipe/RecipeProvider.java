package org.gan4j.core.recipe;

import java.util.List;

/**
 * Lists recipes, so that configs can name them. Found by {@link java.util.ServiceLoader}: a jar
 * names its provider in {@code META-INF/services/org.gan4j.core.recipe.RecipeProvider}.
 */
@FunctionalInterface
public interface RecipeProvider {
  /** {@return public record classes, each of one {@link RecipeKind}} */
  List<Class<? extends Recipe>> recipes();
}
