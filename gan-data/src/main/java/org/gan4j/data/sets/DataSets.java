package org.gan4j.data.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.data.DataException;
import org.gan4j.data.LabelledDataset;

/**
 * The folder of downloaded data sets: {@code mnist/}, {@code fashion-mnist/}, {@code kmnist/},
 * {@code emnist/}, {@code cifar-10/} and {@code cifar-100/}, each with the files that its authors
 * publish; those in IDX are plain or {@code .gz}. {@code scripts/fetch-data} downloads the first
 * two.
 */
public final class DataSets {
  private final Path folder;

  private DataSets(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the data sets of a folder.
   *
   * @param folder a folder with a sub-folder for each data set; it need not exist
   * @return the data sets in it
   */
  public static DataSets in(Path folder) {
    return new DataSets(folder);
  }

  /**
   * Returns the data sets of this process's cache folder.
   *
   * @return as {@link #ofEnvironment(UnaryOperator)} with {@link System#getenv(String)}
   */
  public static DataSets ofEnvironment() {
    return ofEnvironment(System::getenv);
  }

  /**
   * Returns the data sets of the cache folder: {@code $GAN4J_DATA}, else {@code
   * $XDG_CACHE_HOME/gan4j/datasets} if that is absolute, else {@code ~/.cache/gan4j/datasets}. An
   * empty variable counts as unset.
   *
   * @param environment returns the value of a variable, or null if it is unset
   * @return the data sets in that folder
   */
  public static DataSets ofEnvironment(UnaryOperator<String> environment) {
    String own = environment.apply("GAN4J_DATA");
    return in(isSet(own) ? Path.of(own) : cache(environment).resolve("gan4j").resolve("datasets"));
  }

  private static Path cache(UnaryOperator<String> environment) {
    String xdg = environment.apply("XDG_CACHE_HOME");
    // The XDG base directory specification requires relative paths to be ignored.
    if (isSet(xdg) && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg);
    }
    String home = environment.apply("HOME");
    return Path.of(isSet(home) ? home : System.getProperty("user.home"), ".cache");
  }

  private static boolean isSet(String value) {
    return value != null && !value.isEmpty();
  }

  /** {@return the folder; it need not exist} */
  public Path folder() {
    return folder;
  }

  /**
   * Returns whether the files of a data set exist, without reading them.
   *
   * @param set the data set
   * @return whether {@link #load} finds its files
   */
  public boolean has(ImageSet set) {
    for (Split split : Split.values()) {
      for (String name : set.fileNames(split)) {
        if (!Files.exists(locate(set, name))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns the folder of a data set.
   *
   * @param set the data set
   * @return the folder; it need not exist
   */
  public Path folder(ImageSet set) {
    return folder.resolve(set.folder());
  }

  /**
   * Reads one part of a data set, 47 MB for 60 000 pictures of MNIST.
   *
   * @param set the data set
   * @param split the part
   * @return the pictures, scaled to [−1, 1], and their labels
   * @throws DataException if a file is missing or damaged; the message says how to get it
   * @throws IOException if a file cannot be read
   * @shape a sample is [784] or, of CIFAR, [3072], rows of the picture from the top
   */
  public LabelledDataset load(ImageSet set, Split split) throws IOException {
    List<Path> files = set.fileNames(split).stream().map(name -> locate(set, name)).toList();
    try {
      return set.files().read(files, set.classes());
    } catch (DataException e) {
      throw new DataException(e.getMessage() + source(set), e);
    }
  }

  private static String source(ImageSet set) {
    return set.isFetched()
        ? ", with scripts/fetch-data " + set.id()
        : ", as its authors publish it";
  }

  /** {@return the compressed file if only that exists, else the plain one} */
  private Path locate(ImageSet set, String name) {
    Path plain = folder(set).resolve(name);
    Path compressed = plain.resolveSibling(name + ".gz");
    return !Files.exists(plain) && Files.exists(compressed) ? compressed : plain;
  }
}
