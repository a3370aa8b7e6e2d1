package org.gan4j.data.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.Expect;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.BatchSource;
import org.gan4j.data.Batches;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.folder.FolderImages;
import org.gan4j.data.folder.FolderImages.BadFiles;
import org.gan4j.data.folder.FolderListing;

/**
 * Pictures from a folder of PNG and JPEG files, in epochs, as flat vectors in [−1, 1]: pixels from
 * 0 to 255 become x / 127.5 − 1. Each picture is cropped to the square in its middle and scaled.
 * With sub-folders, each of them is a class, in the order of their names.
 *
 * @param folder the folder
 * @param size the height and width that pictures are scaled to
 * @param channels 1 for grey, 3 for colour
 * @param skipBad whether files that cannot be decoded are left out; otherwise they are an error
 */
public record ImageFolder(String folder, int size, int channels, boolean skipBad)
    implements DataSpec {
  /**
   * Checks the settings, but does not look into the folder.
   *
   * @param folder the folder
   * @param size the height and width that pictures are scaled to
   * @param channels 1 for grey, 3 for colour
   * @param skipBad whether files that cannot be decoded are left out; otherwise they are an error
   */
  public ImageFolder {
    Expect.nonNull("image-folder", "a folder", folder);
    Expect.that(size >= 1 && size <= 4096, "image-folder", "a size from 1 to 4096", size);
    Expect.that(channels == 1 || channels == 3, "image-folder", "1 or 3 channels", channels);
  }

  @Override
  public BatchSource open(RngStream order) throws IOException {
    FolderListing listing = FolderListing.of(Path.of(folder));
    FolderImages read =
        FolderImages.read(listing, size, channels, skipBad ? BadFiles.SKIP : BadFiles.REFUSE);
    return new Batches(read.images(), order, notes(read.skipped(), listing.files().size()));
  }

  private static List<String> notes(List<String> skipped, int files) {
    List<String> notes = new ArrayList<>();
    if (!skipped.isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Skipped %d of %d files, which cannot be decoded:",
              skipped.size(),
              files));
      skipped.forEach(fault -> notes.add("  " + fault));
    }
    return notes;
  }

  @Override
  public Optional<ImageGeometry> image() {
    return Optional.of(new ImageGeometry(channels, size, size));
  }
}
