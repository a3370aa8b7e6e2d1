package org.gan4j.testkit.gradient;

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
import org.gan4j.core.autograd.Primitive;

/** The classes of the autograd package that are primitives, as the class path has them. */
final class PrimitiveClasses {
  private static final String SUFFIX = ".class";

  private PrimitiveClasses() {}

  /** {@return simple names of all implementations beside the interface} */
  static Set<String> names() throws IOException, URISyntaxException {
    Path origin =
        Path.of(Primitive.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(origin)) {
      return names(origin);
    }
    URI jar = URI.create("jar:" + origin.toUri());
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
      return names(files.getPath("/"));
    }
  }

  private static Set<String> names(Path root) throws IOException {
    Set<String> names = new TreeSet<>();
    String folder = Primitive.class.getPackageName().replace('.', '/');
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(SUFFIX) && isPrimitive(name)) {
          names.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    }
    return names;
  }

  private static boolean isPrimitive(String file) {
    String name =
        Primitive.class.getPackageName() + "." + file.substring(0, file.length() - SUFFIX.length());
    try {
      Class<?> type = Class.forName(name, false, Primitive.class.getClassLoader());
      return Primitive.class.isAssignableFrom(type) && !type.isInterface();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("class " + name + ": listed but not found", e);
    }
  }
}
