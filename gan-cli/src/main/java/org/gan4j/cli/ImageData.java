package org.gan4j.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.data.DataException;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;

/**
 * Image sets in the cache folder, downloaded with the checkout's script if they are missing.
 *
 * @param sets the cache folder
 * @param root the folder of the checkout, if there is one
 * @param err receives the output of the script
 */
record ImageData(DataSets sets, Optional<Path> root, PrintWriter err) {
  /**
   * Downloads a set if it is missing.
   *
   * @throws DataException if the set is missing and cannot be downloaded
   * @throws IOException if the script cannot be run
   */
  void ensure(ImageSet set) throws IOException {
    if (sets.has(set)) {
      return;
    }
    if (!set.isFetched()) {
      throw missing(set, "; put them there, as its authors publish them");
    }
    Optional<Path> script =
        root.map(folder -> folder.resolve("scripts").resolve("fetch-data"))
            .filter(Files::isExecutable);
    if (script.isEmpty()) {
      throw missing(set, "; fetch it with scripts/fetch-data " + set.id());
    }
    err.println("Fetching " + set.id() + " into " + sets.folder() + " ...");
    err.flush();
    int exit = fetch(script.get(), set);
    if (exit != 0 || !sets.has(set)) {
      throw missing(
          set,
          " after scripts/fetch-data (exit code "
              + exit
              + "); do what it says above, or train on points: --data ring");
    }
  }

  private DataException missing(ImageSet set, String rest) {
    return new DataException(
        set.id()
            + ": expected its files "
            + names(set)
            + " in "
            + sets.folder(set)
            + ", got not all of them"
            + rest);
  }

  private static String names(ImageSet set) {
    return Stream.of(Split.values())
        .flatMap(split -> set.fileNames(split).stream())
        .collect(Collectors.joining(", "));
  }

  private int fetch(Path script, ImageSet set) throws IOException {
    Process process =
        new ProcessBuilder(script.toString(), set.id()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (BufferedReader lines = process.inputReader(Charset.defaultCharset())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        err.println("  " + line);
        err.flush();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while fetching " + set.id());
    } finally {
      process.destroy();
    }
  }
}
