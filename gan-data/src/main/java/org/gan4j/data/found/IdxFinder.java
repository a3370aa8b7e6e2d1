package org.gan4j.data.found;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.data.DataException;
import org.gan4j.data.file.DataFile;
import org.gan4j.data.file.StoredValues;
import org.gan4j.data.file.ValueRange;
import org.gan4j.data.idx.IdxFile;
import org.gan4j.data.spec.IdxFiles;

/** Finds pictures in IDX and the labels that belong to them. */
final class IdxFinder {
  /** The ranges that pixels usually have; otherwise it is that of the pixels. */
  private static final List<ValueRange> USUAL =
      List.of(new ValueRange(0, 1), new ValueRange(-1, 1), ValueRange.BYTES);

  private IdxFinder() {}

  /** Whether a file, unpacked if need be, starts with a magic number of IDX. */
  static boolean isIdx(Path path) throws IOException {
    try (DataFile file = DataFile.open("data", path)) {
      byte[] magic = file.header(4);
      return magic[0] == 0 && magic[1] == 0 && magic[2] >= 0x08 && magic[2] <= 0x0e && magic[3] > 0;
    } catch (DataException e) {
      return false;
    }
  }

  /** {@return the files that are named like pictures in IDX; those for training first} */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).matches(".*images[.-]idx[34]-?\\w*(\\.gz)?"))
          .filter(Files::isRegularFile)
          .sorted(
              Comparator.comparing((Path file) -> !name(file).contains("train"))
                  .thenComparing(IdxFinder::name))
          .toList();
    }
  }

  static FoundData found(Path images) throws IOException {
    IdxFile file = IdxFile.read(images);
    int[] extents = file.extents();
    if (extents.length != 3 && extents.length != 4) {
      throw new DataException(
          "IDX file "
              + images
              + ", byte 3: expected 3 or 4 axes of pictures, got "
              + extents.length
              + "; name the file of the pictures");
    }
    ValueRange range = range(file);
    Optional<Path> labels = labels(images, extents[0]);
    int classes = labels.isEmpty() ? 0 : classes(IdxFile.read(labels.get()).values());
    return FoundData.images(
        new IdxFiles(
            images.toString(),
            labels.map(Path::toString).orElse(""),
            classes,
            extents[1],
            extents[2],
            extents.length == 3 ? 1 : extents[3],
            range.low(),
            range.high()),
        extents[0],
        classes,
        labels.isPresent() ? "IDX files" : "IDX file");
  }

  private static ValueRange range(IdxFile file) throws DataException {
    StoredValues values = file.values();
    if (values.firstOutside(ValueRange.BYTES) < 0 && values.type().bytes() == 1) {
      return ValueRange.BYTES;
    }
    for (ValueRange usual : USUAL) {
      if (values.firstOutside(usual) < 0) {
        return usual;
      }
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (long i = 0; i < values.size(); i++) {
      double value = values.at(i);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (!Float.isFinite((float) (high - low))) {
      throw new DataException(
          "IDX file " + file.path() + ": expected finite pixels, got others; replace the file");
    }
    return new ValueRange(low, high);
  }

  /** The labels have the same name but for {@code labels} and {@code idx1}. */
  private static Optional<Path> labels(Path images, int count) throws IOException {
    String name = name(images).replace("images", "labels").replaceFirst("idx[34]", "idx1");
    String plain = name.replaceFirst("\\.gz$", "");
    for (String candidate : List.of(name, plain, plain + ".gz")) {
      Path labels = images.resolveSibling(candidate);
      if (!candidate.equals(name(images)) && Files.isRegularFile(labels) && isIdx(labels)) {
        int[] extents = IdxFile.read(labels).extents();
        if (extents.length == 1 && extents[0] == count) {
          return Optional.of(labels);
        }
      }
    }
    return Optional.empty();
  }

  /** One more than the greatest label; the loader checks all of them. */
  private static int classes(StoredValues labels) {
    double greatest = 0;
    for (long i = 0; i < labels.size(); i++) {
      greatest = Math.max(greatest, labels.at(i));
    }
    return (int) Math.min(greatest + 1, Integer.MAX_VALUE);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
