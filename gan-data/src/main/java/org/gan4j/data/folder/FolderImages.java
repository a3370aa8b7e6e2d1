package org.gan4j.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.Expect;
import org.gan4j.data.DataException;
import org.gan4j.data.Dataset;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledSamples;
import org.gan4j.data.file.ByteStore;
import org.gan4j.data.file.ElementType;
import org.gan4j.data.file.StoredImages;
import org.gan4j.data.file.ValueRange;

/**
 * Pictures from a folder of PNG and JPEG files, all of one size. They are decoded once, by all
 * processors, and kept as bytes: in the heap, or in a temporary file if they are more than a
 * quarter of it.
 *
 * @param images the pictures, scaled to [−1, 1]; a {@link org.gan4j.data.LabelledDataset} if the
 *     folder has a sub-folder for each class
 * @param skipped what is wrong with the files that were left out
 */
public record FolderImages(Dataset images, List<String> skipped) {
  private static final int AT_ONCE = 256;

  /** What happens to a file that is no sound picture. */
  public enum BadFiles {
    /** It is an error. */
    REFUSE,
    /** It is left out. */
    SKIP
  }

  /**
   * Copies the list.
   *
   * @param images the pictures
   * @param skipped what is wrong with the files that were left out
   */
  public FolderImages {
    skipped = List.copyOf(skipped);
  }

  /**
   * Decodes the pictures of a folder. Each is cropped to the square in its middle and scaled:
   * averaged over areas to a smaller size, interpolated to a larger one. Colours become grey, or
   * grey becomes colours, as {@code channels} asks.
   *
   * @param listing the files
   * @param side the height and width of the result, at least 1
   * @param channels 1 for grey, 3 for colour
   * @param bad what to do with a file that cannot be decoded
   * @return the pictures in the order of the listing
   * @throws DataException if a file is bad and not skipped, or if none is left
   * @throws IOException if a file cannot be read
   * @shape a sample is [side · side · channels]
   */
  public static FolderImages read(FolderListing listing, int side, int channels, BadFiles bad)
      throws IOException {
    Expect.that(channels == 1 || channels == 3, "image folder", "1 or 3 channels", channels);
    ImageGeometry geometry = new ImageGeometry(channels, side, side);
    List<String> skipped = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    long bytes = (long) geometry.values() * listing.files().size();
    try (ByteStore store = ByteStore.of(bytes)) {
      long written = 0;
      for (int first = 0; first < listing.files().size(); first += AT_ONCE) {
        int count = Math.min(AT_ONCE, listing.files().size() - first);
        Decoded[] pictures = decode(listing.files().subList(first, first + count), geometry);
        for (int i = 0; i < count; i++) {
          if (pictures[i].fault() == null) {
            store.write(written, pictures[i].pixels(), geometry.values());
            written += geometry.values();
            labels.add(listing.labels().isEmpty() ? 0 : listing.labels().get(first + i));
          } else if (bad == BadFiles.SKIP) {
            skipped.add(pictures[i].fault().getMessage());
          } else {
            throw pictures[i].fault();
          }
        }
      }
      if (written == 0) {
        throw new DataException(
            "image folder "
                + listing.root()
                + ": expected a picture that decodes, got none; the first: "
                + skipped.get(0));
      }
      StoredImages images =
          StoredImages.of(
              store.values(ElementType.UINT8, ByteOrder.BIG_ENDIAN, written),
              geometry,
              ValueRange.BYTES);
      return new FolderImages(labelled(images, listing, labels), skipped);
    }
  }

  private static Dataset labelled(Dataset images, FolderListing listing, List<Integer> labels) {
    if (listing.classes().isEmpty()) {
      return images;
    }
    int[] numbers = labels.stream().mapToInt(Integer::intValue).toArray();
    return LabelledSamples.of(images, listing.classes().size(), numbers);
  }

  /** Either the pixels or what is wrong with the file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Decoded(byte[] pixels, DataException fault) {}

  private static Decoded[] decode(List<Path> files, ImageGeometry geometry) throws IOException {
    try {
      return IntStream.range(0, files.size())
          .parallel()
          .mapToObj(i -> decode(files.get(i), geometry))
          .toArray(Decoded[]::new);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Decoded decode(Path file, ImageGeometry geometry) {
    try {
      return new Decoded(
          PictureFile.read(file).square(geometry.height(), geometry.channels()), null);
    } catch (DataException e) {
      return new Decoded(null, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
