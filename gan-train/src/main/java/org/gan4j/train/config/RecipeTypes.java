package org.gan4j.train.config;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import java.io.IOException;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.core.recipe.RegisteredRecipe;

/** Writes a recipe's name in the field {@code type}, and finds a recipe by that name. */
final class RecipeTypes extends TypeIdResolverBase {
  private final Recipes recipes;
  private final Class<? extends Recipe> kind;

  /**
   * Resolves recipes of one kind.
   *
   * @param base a kind of recipe or one of its records
   * @param recipes the known recipes
   */
  RecipeTypes(JavaType base, Recipes recipes) {
    super(base, null);
    this.recipes = recipes;
    this.kind = Recipes.kindOf(base.getRawClass().asSubclass(Recipe.class));
  }

  @Override
  public String idFromValue(Object value) {
    return recipes.of(kind).stream()
        .filter(recipe -> recipe.type() == value.getClass())
        .map(RegisteredRecipe::name)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "config: expected a recipe that a RecipeProvider lists, got "
                        + value.getClass().getName()
                        + "; list it, or a config with it cannot be read again"));
  }

  @Override
  public String idFromValueAndType(Object value, Class<?> suggestedType) {
    return idFromValue(value);
  }

  @Override
  public JavaType typeFromId(DatabindContext context, String id) throws IOException {
    for (RegisteredRecipe recipe : recipes.of(kind)) {
      if (recipe.name().equals(id)) {
        return context.constructSpecializedType(_baseType, recipe.type());
      }
    }
    throw InvalidTypeIdException.from(
        ((DeserializationContext) context).getParser(),
        recipes.unknown(kind, id).getMessage(),
        _baseType,
        id);
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
