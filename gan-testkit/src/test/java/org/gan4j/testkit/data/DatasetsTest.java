package org.gan4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.gan4j.core.Shape;
import org.gan4j.data.ArrayDataset;
import org.gan4j.data.Dataset;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.PooledImages;
import org.gan4j.data.TransposedImages;
import org.gan4j.data.cifar.CifarImages;
import org.gan4j.data.cifar.CifarLabels;
import org.gan4j.data.file.ValueRange;
import org.gan4j.data.folder.FolderImages;
import org.gan4j.data.folder.FolderImages.BadFiles;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.idx.IdxImages;
import org.gan4j.data.points.PointFiles;
import org.gan4j.testkit.Implementations;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shipped data set satisfies the contract. */
class DatasetsTest {
  @Test
  void everyDatasetIsHere() throws IOException, URISyntaxException {
    Set<String> here =
        Arrays.stream(DatasetsTest.class.getDeclaredClasses())
            .map(Class::getSimpleName)
            .filter(name -> name.endsWith("IsADataset"))
            .map(name -> name.replace("IsADataset", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(here).hasSizeGreaterThanOrEqualTo(2).isEqualTo(Implementations.of(Dataset.class));
  }

  @Nested
  class ArrayDatasetIsADataset extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return ArrayDataset.of(Shape.of(2), 1, 2, 3, 4, 5, 6);
    }
  }

  @Nested
  class StoredImagesIsADataset extends DatasetContract {
    @TempDir private Path folder;

    /** Three pictures of two rows and two columns. */
    @Override
    protected Dataset dataset() {
      return fromFiles(() -> IdxImages.read(pictures(folder), ValueRange.BYTES));
    }
  }

  @Nested
  class LabelledSamplesIsADataset extends LabelledDatasetContract {
    @TempDir private Path folder;

    @Override
    protected LabelledDataset dataset() {
      return fromFiles(() -> IdxImages.read(pictures(folder), labels(folder), 3));
    }
  }

  @Nested
  class TransposedImagesIsADataset extends LabelledDatasetContract {
    @TempDir private Path folder;

    @Override
    protected LabelledDataset dataset() {
      return TransposedImages.of(
          fromFiles(() -> IdxImages.read(pictures(folder), labels(folder), 3)));
    }
  }

  @Nested
  class PointTableIsADataset extends DatasetContract {
    @TempDir private Path folder;

    @Override
    protected Dataset dataset() {
      String lines = "x,y\n1,2\n3,4\n-5,6\n";
      return fromFiles(
          () -> PointFiles.read(Files.writeString(folder.resolve("points.csv"), lines), ""));
    }
  }

  @Nested
  class CifarFilesHoldADatasetToo extends LabelledDatasetContract {
    @TempDir private Path folder;

    /** Two records; the pixels of the second are 200. */
    @Override
    protected LabelledDataset dataset() {
      byte[] records = new byte[2 * 3073];
      Arrays.fill(records, 3073, records.length, (byte) 200);
      records[3073] = 9;
      return fromFiles(
          () ->
              CifarImages.read(
                  List.of(Files.write(folder.resolve("batch.bin"), records)), CifarLabels.TEN));
    }
  }

  @Nested
  class FoldersHoldADatasetToo extends LabelledDatasetContract {
    @TempDir private Path folder;

    /** Three pictures of two classes, scaled from 5 × 4 to 3 × 3. */
    @Override
    protected LabelledDataset dataset() {
      return fromFiles(
          () -> {
            for (String name : List.of("a/1.png", "a/2.png", "b/1.png")) {
              BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR);
              image.setRGB(2, 2, name.hashCode());
              Files.createDirectories(folder.resolve(name).getParent());
              ImageIO.write(image, "png", folder.resolve(name).toFile());
            }
            return (LabelledDataset)
                FolderImages.read(FolderListing.of(folder), 3, 3, BadFiles.REFUSE).images();
          });
    }
  }

  private interface Loading<D> {
    D load() throws IOException;
  }

  private static <D> D fromFiles(Loading<D> loading) {
    try {
      return loading.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path pictures(Path folder) throws IOException {
    byte[] pixels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1};
    return idx(folder.resolve("images"), new int[] {0x803, 3, 2, 2}, pixels);
  }

  private static Path labels(Path folder) throws IOException {
    return idx(folder.resolve("labels"), new int[] {0x801, 3}, new byte[] {2, 0, 1});
  }

  private static Path idx(Path file, int[] header, byte[] values) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      for (int number : header) {
        out.writeInt(number);
      }
      out.write(values);
    }
    return file;
  }

  @Nested
  class PooledImagesIsADataset extends LabelledDatasetContract {
    /** Three pictures of two rows and four columns, pooled to one row and two columns. */
    @Override
    protected LabelledDataset dataset() {
      return PooledImages.of(new Rows(), 2);
    }
  }

  /** Pixel j of picture i is i / 2 + j / 16 − 1; the labels are 1, 0, 2. */
  private static final class Rows implements LabelledDataset {
    @Override
    public int size() {
      return 3;
    }

    @Override
    public Shape sampleShape() {
      return Shape.of(8);
    }

    @Override
    public void copy(int index, float[] destination, int offset) {
      for (int j = 0; j < 8; j++) {
        destination[offset + j] = index / 2f + j / 16f - 1;
      }
    }

    @Override
    public Optional<ImageGeometry> image() {
      return Optional.of(new ImageGeometry(1, 2, 4));
    }

    @Override
    public int classes() {
      return 3;
    }

    @Override
    public int label(int index) {
      return new int[] {1, 0, 2}[index];
    }
  }
}
