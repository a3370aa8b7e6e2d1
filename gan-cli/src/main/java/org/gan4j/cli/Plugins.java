package org.gan4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Function;
import org.gan4j.losses.CriticPenalty;
import org.gan4j.losses.GanLoss;
import org.gan4j.losses.Losses;
import org.gan4j.losses.Penalties;

/** Jars on top of the class path of this thread, until closed. */
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
    } catch (ServiceConfigurationError e) {
      plugins.close();
      throw new UsageException("--plugins " + names(jars) + ": " + e.getMessage());
    }
  }

  private static void requireFile(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new UsageException("--plugins: expected a jar, got " + jar + ", which is no file");
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
    return String.join(",", jars.stream().map(Path::toString).toList());
  }

  private void check(List<Path> jars) {
    int found = mine(Losses.all(), GanLoss::name) + mine(Penalties.all(), CriticPenalty::name);
    if (!jars.isEmpty() && found == 0) {
      throw new UsageException(
          "--plugins "
              + names(jars)
              + ": expected a loss or a penalty, got none; name its class in META-INF/services/"
              + GanLoss.class.getName());
    }
  }

  /** How many of all came with the jars; a name that is taken already is refused. */
  private <T> int mine(List<T> all, Function<T, String> naming) {
    List<String> taken = new ArrayList<>();
    int found = 0;
    for (T each : all) {
      boolean mine = each.getClass().getClassLoader() == loader;
      if (mine && taken.contains(naming.apply(each))) {
        throw new UsageException(
            "--plugins: expected names that are free, got '"
                + naming.apply(each)
                + "' of "
                + each.getClass().getName()
                + "; rename it");
      }
      taken.add(naming.apply(each));
      found += mine ? 1 : 0;
    }
    return found;
  }

  /** Forgets the jars. Losses that were made stay usable, if all their classes were loaded. */
  void close() {
    Thread.currentThread().setContextClassLoader(before);
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
