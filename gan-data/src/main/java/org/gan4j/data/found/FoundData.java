package org.gan4j.data.found;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.gan4j.data.DataException;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.file.DataFile;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.points.PointFiles;
import org.gan4j.data.points.PointTable;
import org.gan4j.data.spec.DataSpec;
import org.gan4j.data.spec.ImageFolder;
import org.gan4j.data.spec.PointFile;

/**
 * What a file or folder holds.
 *
 * @param spec the data for a config, with all settings and an absolute path
 * @param coordinates the number of values of a sample
 * @param text the kind, the count, the size, the channels and the classes, for the user
 */
public record FoundData(DataSpec spec, int coordinates, String text) {
  /** Pictures up to this size are not scaled without being asked. */
  private static final int LARGEST_OF_ITS_OWN = 64;

  private static final int USUAL_SIDE = 32;

  /**
   * Looks at a path. The content decides, and for a folder the names that sets are published under:
   * CIFAR's or IDX files, else pictures.
   *
   * @param path a file or folder
   * @param wishes the settings that are not to be guessed
   * @return what is there
   * @throws DataException if it is missing, damaged, or of a kind that is not known
   * @throws IOException if it cannot be read
   */
  public static FoundData at(Path path, DataWishes wishes) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return folder(absolute, wishes);
    }
    DataFile.requireFile("data", absolute);
    if (wishes.size().isPresent() || wishes.channels().isPresent() || wishes.skipBad()) {
      throw new DataException(
          "data "
              + absolute
              + ": expected a folder of pictures for a size, channels or bad files to skip, got a"
              + " file; leave these settings out");
    }
    if (IdxFinder.isIdx(absolute)) {
      return IdxFinder.found(absolute);
    }
    if (PointFiles.binaryFormat(absolute).isPresent()) {
      return points(absolute, wishes.entry());
    }
    if (CifarFinder.isCifar(absolute)) {
      return CifarFinder.found(List.of(absolute));
    }
    if (!isText(absolute)) {
      throw new DataException(
          "data "
              + absolute
              + ": expected IDX, CIFAR, NumPy or CSV, got a file of another kind; convert it, or"
              + " give a folder of PNG or JPEG files");
    }
    return points(absolute, wishes.entry());
  }

  private static FoundData folder(Path folder, DataWishes wishes) throws IOException {
    List<Path> cifar = CifarFinder.files(folder);
    if (!cifar.isEmpty()) {
      return CifarFinder.found(cifar);
    }
    List<Path> idx = IdxFinder.files(folder);
    if (!idx.isEmpty()) {
      return IdxFinder.found(idx.get(0));
    }
    FolderListing listing = FolderListing.of(folder);
    FolderListing.Proposal proposal = listing.propose();
    OptionalInt own = proposal.side();
    int usual =
        own.isPresent() && own.getAsInt() <= LARGEST_OF_ITS_OWN ? own.getAsInt() : USUAL_SIDE;
    int side = wishes.size().orElse(usual);
    int channels = wishes.channels().orElse(proposal.channels());
    boolean scaled = own.isEmpty() || own.getAsInt() != side;
    return images(
        new ImageFolder(folder.toString(), side, channels, wishes.skipBad()),
        listing.files().size(),
        listing.classes().size(),
        "PNG and JPEG files" + (scaled ? ", cropped and scaled" : ""));
  }

  private static FoundData points(Path file, String entry) throws IOException {
    PointTable points = PointFiles.read(file, entry);
    int columns = points.sampleShape().length();
    return new FoundData(
        new PointFile(file.toString(), entry, points.standard()),
        columns,
        String.format(
            Locale.ROOT,
            "%d points of %d %s, scaled to mean 0 and standard deviation 1",
            points.size(),
            columns,
            columns == 1 ? "coordinate" : "coordinates"));
  }

  /** Describes pictures. */
  static FoundData images(DataSpec spec, int count, int classes, String kind) {
    ImageGeometry image = spec.image().orElseThrow();
    return new FoundData(
        spec,
        image.values(),
        String.format(
            Locale.ROOT,
            "%d %s pictures of %d × %d, %s (%s)",
            count,
            image.channels() == 1 ? "grey" : "colour",
            image.height(),
            image.width(),
            classes == 0 ? "no labels" : classes + " classes",
            kind));
  }

  /** Text has no control characters but line ends and tabs. */
  private static boolean isText(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      for (byte b : content.readNBytes(1 << 12)) {
        if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
          return false;
        }
      }
    }
    return true;
  }
}
