package org.gan4j.study.trial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a trial's folder in one array, to send them to another machine and back. */
public final class TrialArchive {
  private TrialArchive() {}

  /**
   * Packs a folder.
   *
   * @param folder the folder; nothing is writing to it
   * @return its files in the ZIP format, without the lock; empty if there is no folder
   * @throws IOException if a file cannot be read
   */
  public static byte[] pack(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path file : files(folder)) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
    return bytes.toByteArray();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.equals(folder.resolve("lock")))
          .sorted()
          .toList();
    }
  }

  /**
   * Replaces a folder by the files of an archive. A process that is killed on the way leaves the
   * old folder, or none.
   *
   * @param archive what {@link #pack} returned
   * @param folder the folder
   * @throws IOException if a file cannot be written, or a name leads out of the folder
   */
  public static void unpack(byte[] archive, Path folder) throws IOException {
    Path fresh = folder.resolveSibling("." + folder.getFileName() + ".new");
    remove(fresh);
    Files.createDirectories(fresh);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = fresh.resolve(entry.getName()).normalize();
        if (!file.startsWith(fresh)) {
          throw new IOException(
              folder + ": expected files of a trial, got '" + entry.getName() + "'");
        }
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
    remove(folder);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Removes a folder with everything in it.
   *
   * @param folder the folder, which need not exist
   * @throws IOException if something cannot be removed
   */
  public static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
