package org.gan4j.cuda;

import com.sun.jna.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where CUDA's libraries are looked for: the folders that the user names, then wherever the
 * system's loader looks, then the toolkit's folder and those of Python packages, since PyTorch
 * brings all of CUDA's libraries along.
 *
 * @param named folders that the user names
 * @param system whether the system's loader is asked
 * @param usual folders that are searched after the system's
 */
record LibraryFolders(List<Path> named, boolean system, List<Path> usual) {
  /** A property of the JVM, and in capitals with underscores a variable of the environment. */
  static final String SETTING = "gan4j.cuda.libraries";

  /** Folders of packages, below {@code site-packages} or {@code dist-packages}. */
  private static final List<String> PACKAGES =
      List.of("nvidia/cu13/lib", "nvidia/cublas/lib", "nvidia/cuda_nvrtc/lib");

  /** {@return the folders of this machine} */
  static LibraryFolders ofEnvironment() {
    String variable = System.getenv("GAN4J_CUDA_LIBRARIES");
    String setting = System.getProperty(SETTING, variable == null ? "" : variable);
    List<Path> named = new ArrayList<>();
    for (String folder : setting.split(File.pathSeparator, -1)) {
      if (!folder.isBlank()) {
        named.add(Path.of(folder));
      }
    }
    List<Path> usual = new ArrayList<>();
    environment("CUDA_HOME").ifPresent(home -> usual.add(home.resolve("lib64")));
    usual.add(Path.of("/usr/local/cuda/lib64"));
    for (Path packages : pythonPackages()) {
      PACKAGES.forEach(folder -> usual.add(packages.resolve(folder)));
    }
    return new LibraryFolders(List.copyOf(named), true, List.copyOf(usual));
  }

  private static Optional<Path> environment(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
  }

  private static List<Path> pythonPackages() {
    List<Path> roots = new ArrayList<>();
    environment("VIRTUAL_ENV").ifPresent(root -> roots.add(root.resolve("lib")));
    environment("CONDA_PREFIX").ifPresent(root -> roots.add(root.resolve("lib")));
    roots.add(Path.of(System.getProperty("user.home"), ".local", "lib"));
    roots.add(Path.of("/usr/local/lib"));
    roots.add(Path.of("/opt/conda/lib"));
    roots.add(Path.of("/usr/lib"));
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      for (Path python : matching(root, "python3*")) {
        found.add(python.resolve("site-packages"));
        found.add(python.resolve("dist-packages"));
      }
    }
    return found;
  }

  private static List<Path> matching(Path folder, String pattern) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
        entries.forEach(found::add);
      } catch (IOException e) {
        return List.of(); // a folder that cannot be read holds nothing for us
      }
    }
    found.sort(null);
    return found;
  }

  /**
   * Loads a library.
   *
   * @param file its file name, such as {@code libcublas.so.13}
   * @param beside patterns of files in the same folder that it needs and might not find
   * @return the library, or nothing if no folder has it
   */
  Optional<NativeLibrary> load(String file, String... beside) {
    return in(named, file, beside)
        .or(() -> system ? open(file) : Optional.empty())
        .or(() -> in(usual, file, beside));
  }

  private static Optional<NativeLibrary> in(List<Path> folders, String file, String... beside) {
    for (Path folder : folders) {
      Path library = folder.resolve(file);
      if (Files.exists(library)) {
        for (String pattern : beside) {
          matching(folder, pattern).forEach(needed -> open(needed.toString()));
        }
        Optional<NativeLibrary> loaded = open(library.toString());
        if (loaded.isPresent()) {
          return loaded;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<NativeLibrary> open(String name) {
    try {
      return Optional.of(NativeLibrary.getInstance(name));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }
}
