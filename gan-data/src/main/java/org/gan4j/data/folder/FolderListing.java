package org.gan4j.data.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.data.DataException;

/**
 * The picture files of a folder, sorted by name. With sub-folders, each of them is a class, and its
 * own sub-folders belong to it. Hidden files, and files that are not named {@code .png}, {@code
 * .jpg} or {@code .jpeg}, are left out.
 *
 * @param root the folder
 * @param files the pictures, class by class
 * @param labels the class of each picture; empty if there are no sub-folders
 * @param classes the names of the sub-folders, sorted
 */
public record FolderListing(
    Path root, List<Path> files, List<Integer> labels, List<String> classes) {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");
  private static final int MOST_LEVELS = 32;
  private static final int LOOKED_AT = 200;

  /**
   * Copies the lists.
   *
   * @param root the folder
   * @param files the pictures, class by class
   * @param labels the class of each picture; empty if there are no sub-folders
   * @param classes the names of the sub-folders, sorted
   */
  public FolderListing {
    files = List.copyOf(files);
    labels = List.copyOf(labels);
    classes = List.copyOf(classes);
  }

  /**
   * Lists a folder.
   *
   * @param root the folder
   * @return its pictures
   * @throws DataException if it is no folder, if it has no pictures or both pictures and
   *     sub-folders, if a sub-folder has no pictures, or if a symbolic link leads out of it
   * @throws IOException if it cannot be read
   */
  public static FolderListing of(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      throw fault(root, "a folder", Files.exists(root) ? "a file" : "no such folder");
    }
    Path real = root.toRealPath();
    List<Path> entries = entries(root);
    List<Path> folders = entries.stream().filter(Files::isDirectory).toList();
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    if (folders.isEmpty()) {
      collect(root, real, 0, files);
    } else if (entries.stream().anyMatch(FolderListing::isPicture)) {
      throw fault(root, "pictures or a sub-folder for each class", "both");
    }
    for (int label = 0; label < folders.size(); label++) {
      int before = files.size();
      collect(folders.get(label), real, 1, files);
      if (files.size() == before) {
        throw fault(folders.get(label), "a class's PNG or JPEG files", "none");
      }
      while (labels.size() < files.size()) {
        labels.add(label);
      }
    }
    if (files.isEmpty()) {
      throw fault(root, "PNG or JPEG files", "none");
    }
    return new FolderListing(
        root, files, labels, folders.stream().map(FolderListing::name).toList());
  }

  /**
   * Looks at the headers of a few pictures, spread over the folder, to propose settings.
   *
   * @return the square side that they share, if they do, and 1 or 3 channels
   * @throws IOException if a file cannot be read
   */
  public Proposal propose() throws IOException {
    List<PictureHeader> headers = new ArrayList<>();
    for (int i = 0; i < files.size(); i += Math.max(1, files.size() / LOOKED_AT)) {
      header(files.get(i)).ifPresent(headers::add);
    }
    boolean grey = headers.stream().allMatch(PictureHeader::grey);
    Set<Integer> sides =
        headers.stream()
            .flatMap(header -> Stream.of(header.width(), header.height()))
            .collect(Collectors.toSet());
    return new Proposal(
        sides.size() == 1 ? OptionalInt.of(sides.iterator().next()) : OptionalInt.empty(),
        grey && !headers.isEmpty() ? 1 : 3);
  }

  /** Nothing for a bad file, which is found again when all of them are read. */
  private static Optional<PictureHeader> header(Path file) throws IOException {
    try {
      return Optional.of(PictureFile.header(file));
    } catch (DataException e) {
      return Optional.empty();
    }
  }

  /**
   * Settings that a folder's pictures suggest.
   *
   * @param side the height and width that they share; empty if they differ or are not square
   * @param channels 1 if they are all grey, else 3
   */
  public record Proposal(OptionalInt side, int channels) {}

  private static void collect(Path folder, Path root, int level, List<Path> files)
      throws IOException {
    requireInside(folder, root);
    if (level > MOST_LEVELS) {
      throw fault(folder, "at most " + MOST_LEVELS + " levels of folders", "more, or a loop");
    }
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry)) {
        collect(entry, root, level + 1, files);
      } else if (isPicture(entry)) {
        requireInside(entry, root);
        files.add(entry);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .sorted(Comparator.comparing(FolderListing::name))
          .toList();
    }
  }

  private static void requireInside(Path entry, Path root) throws IOException {
    if (Files.isSymbolicLink(entry) && !entry.toRealPath().startsWith(root)) {
      throw fault(
          entry,
          "a file or folder within " + root,
          "a link to " + entry.toRealPath() + ", outside");
    }
  }

  private static boolean isPicture(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static DataException fault(Path path, String expected, String got) {
    return new DataException(
        "image folder " + path + ": expected " + expected + ", got " + got + "; change the folder");
  }
}
