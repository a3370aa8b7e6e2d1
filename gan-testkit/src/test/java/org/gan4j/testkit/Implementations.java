package org.gan4j.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the implementations of an interface on the class path. */
public final class Implementations {
  private static final String SUFFIX = ".class";

  private Implementations() {}

  /** {@return simple names of all implementations in the interface's package and those below} */
  public static Set<String> of(Class<?> type) throws IOException, URISyntaxException {
    Path origin = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(origin)) {
      return names(type, origin);
    }
    URI jar = URI.create("jar:" + origin.toUri());
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
      return names(type, files.getPath("/"));
    }
  }

  private static Set<String> names(Class<?> type, Path root) throws IOException {
    Set<String> names = new TreeSet<>();
    String folder = type.getPackageName().replace('.', '/');
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
        if (name.endsWith(SUFFIX) && !name.endsWith("package-info" + SUFFIX)) {
          Class<?> found = load(name.substring(0, name.length() - SUFFIX.length()), type);
          if (type.isAssignableFrom(found) && !found.isInterface()) {
            names.add(found.getSimpleName());
          }
        }
      }
    }
    return names;
  }

  private static Class<?> load(String name, Class<?> beside) {
    try {
      return Class.forName(name, false, beside.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("class " + name + ": listed but not found", e);
    }
  }
}
