package org.gan4j.core.recipe;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.gan4j.core.Expect;

/**
 * A recipe that a provider lists.
 *
 * @param name the name in configs, unique within its kind
 * @param kind the interface that it implements, marked with {@link RecipeKind}
 * @param type the record
 */
public record RegisteredRecipe(
    String name, Class<? extends Recipe> kind, Class<? extends Recipe> type) {

  static RegisteredRecipe of(Class<? extends Recipe> type) {
    if (!type.isRecord()) {
      throw Expect.failure(
          "recipes",
          "a record",
          type.getName(),
          "make it a record, since configs hold only records");
    }
    return new RegisteredRecipe(RecipeNames.of(type), RecipeNames.kind(type), type);
  }

  /** {@return what messages call its kind, such as {@code loss}} */
  public String kindName() {
    return RecipeNames.label(kind);
  }

  /** {@return the jar or folder that its class was loaded from, if the class loader knows it} */
  public Optional<Path> source() {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      URI location = source.getLocation().toURI();
      return "file".equals(location.getScheme())
          ? Optional.of(Path.of(location))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the recipe with its usual settings, those of the record's constructor without
   * arguments.
   *
   * @return a record, or empty if it has no such constructor
   */
  public Optional<Recipe> usual() {
    try {
      return Optional.of(type.getConstructor().newInstance());
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(
          describe() + ": expected a usable constructor without arguments, got " + cause(e), e);
    }
  }

  private static Throwable cause(ReflectiveOperationException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  /** {@return kind, name, class and source in words} */
  String describe() {
    return kindName()
        + " '"
        + name
        + "' ("
        + type.getName()
        + source().map(from -> " in " + from).orElse("")
        + ")";
  }
}
