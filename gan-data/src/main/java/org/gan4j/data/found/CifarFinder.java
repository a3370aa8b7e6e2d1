package org.gan4j.data.found;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.data.cifar.CifarImages;
import org.gan4j.data.cifar.CifarLabels;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;
import org.gan4j.data.spec.CifarFiles;

/** Finds files in CIFAR's binary format. */
final class CifarFinder {
  private CifarFinder() {}

  /** {@return the training files of a folder, under their published names; empty if not all} */
  static List<Path> files(Path folder) {
    return Stream.of(ImageSet.CIFAR_10, ImageSet.CIFAR_100)
        .map(set -> set.fileNames(Split.TRAIN).stream().map(folder::resolve).toList())
        .filter(files -> files.stream().allMatch(Files::isRegularFile))
        .findFirst()
        .orElse(List.of());
  }

  /** Whether a file consists of whole records, of which the first has labels. */
  static boolean isCifar(Path file) throws IOException {
    long size = Files.size(file);
    try (InputStream content = Files.newInputStream(file)) {
      int first = content.read();
      int second = content.read();
      boolean ten = size % bytes(CifarLabels.TEN) == 0 && first < CifarLabels.TEN.classes();
      boolean hundred =
          size % bytes(CifarLabels.FINE) == 0
              && first < CifarLabels.COARSE.classes()
              && second < CifarLabels.FINE.classes();
      return size > 0 && (ten || hundred);
    }
  }

  private static long bytes(CifarLabels labels) {
    return CifarImages.bytes(labels);
  }

  static FoundData found(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    CifarLabels labels = size % bytes(CifarLabels.TEN) == 0 ? CifarLabels.TEN : CifarLabels.FINE;
    return FoundData.images(
        new CifarFiles(files.stream().map(Path::toString).toList(), labels),
        (int) (size / bytes(labels)),
        labels.classes(),
        "CIFAR binary");
  }
}
