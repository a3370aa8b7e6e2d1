package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import org.gan4j.core.recipe.RecipeProvider;
import org.gan4j.core.recipe.Recipes;

/** Adds jars to the class path of this thread, until closed. */
final class Plugins {
  private final ClassLoader before;
  private final URLClassLoader loader;

  private Plugins(ClassLoader before, URLClassLoader loader) {
    this.before = before;
    this.loader = loader;
  }

  static Plugins open(List<Path> jars) {
    jars.forEach(Plugins::requireFile);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] urls = jars.stream().map(Plugins::url).toArray(URL[]::new);
    Plugins plugins = new Plugins(before, new URLClassLoader(urls, before));
    thread.setContextClassLoader(plugins.loader);
    try {
      plugins.check(jars);
      return plugins;
    } catch (UsageException e) {
      plugins.close();
      throw e;
    } catch (IllegalArgumentException | IllegalStateException | ServiceConfigurationError e) {
      plugins.close();
      throw new UsageException("--plugins " + names(jars) + ": " + e.getMessage());
    }
  }

  private static void requireFile(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new UsageException("--plugins: expected a jar, got " + jar + ", which is not a file");
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String names(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(","));
  }

  private void check(List<Path> jars) {
    boolean found =
        Recipes.load().all().stream().anyMatch(recipe -> recipe.type().getClassLoader() == loader);
    if (!jars.isEmpty() && !found) {
      throw new UsageException(
          "--plugins "
              + names(jars)
              + ": expected recipes, such as a loss or a layer, got none; name their provider in"
              + " META-INF/services/"
              + RecipeProvider.class.getName());
    }
  }

  /** Removes the jars. Existing recipes stay usable if all their classes are loaded. */
  void close() {
    Thread.currentThread().setContextClassLoader(before);
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
