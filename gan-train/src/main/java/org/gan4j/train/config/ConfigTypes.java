package org.gan4j.train.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.gan4j.core.backend.Activation;
import org.gan4j.core.recipe.Recipe;
import org.gan4j.core.recipe.Recipes;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.nn.optim.Span;
import org.gan4j.train.GanConfig;

/** How the parts of a config are written in JSON. */
final class ConfigTypes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Activations are written as text, such as leaky_relu(0.2). */
  private abstract static class AsText {
    @JsonCreator
    static Activation parse(String text) {
      return Activation.parse(text);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  /** Image sets are written by their id. */
  private abstract static class ById {
    @JsonCreator
    static ImageSet ofId(String id) {
      return ImageSet.ofId(id);
    }

    @JsonValue
    abstract String id();
  }

  /** The format's number is not a setting. */
  @JsonIgnoreProperties(JsonDocument.FORMAT_KEY)
  private interface WithoutFormat {}

  private final transient Recipes recipes;

  /**
   * Describes the parts.
   *
   * @param recipes the known recipes
   * @param document the type of the whole document
   */
  ConfigTypes(Recipes recipes, Class<?> document) {
    this.recipes = recipes;
    setMixInAnnotation(Activation.class, AsText.class);
    setMixInAnnotation(ImageSet.class, ById.class);
    setMixInAnnotation(GanConfig.class, WithoutFormat.class);
    setMixInAnnotation(document, WithoutFormat.class);
    addDeserializer(Span.class, new SpanReader());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.insertAnnotationIntrospector(new RecipeIntrospector(recipes));
    context.addValueInstantiators(new UsualSettings());
  }

  /** Recipes are written with their type; settings without a usual value are required. */
  private static final class RecipeIntrospector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final transient Recipes recipes;

    RecipeIntrospector(Recipes recipes) {
      this.recipes = recipes;
    }

    @Override
    public TypeResolverBuilder<?> findTypeResolver(
        MapperConfig<?> config, AnnotatedClass type, JavaType base) {
      return base.isTypeOrSubTypeOf(Recipe.class)
          ? new StdTypeResolverBuilder()
              .init(JsonTypeInfo.Id.CUSTOM, new RecipeTypes(base, recipes))
              .inclusion(JsonTypeInfo.As.PROPERTY)
              .typeProperty("type")
          : null;
    }

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return !UsualSettings.has(member.getDeclaringClass());
    }
  }
}
