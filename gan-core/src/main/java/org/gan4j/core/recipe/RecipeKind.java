package org.gan4j.core.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an interface as a kind of recipe. Names are unique within a kind. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RecipeKind {
  /** {@return what messages call a recipe of this kind, such as {@code loss}} */
  String value();
}
