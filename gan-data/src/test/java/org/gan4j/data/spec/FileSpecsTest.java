package org.gan4j.data.spec;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.gan4j.data.DataException;
import org.gan4j.data.cifar.CifarLabels;
import org.gan4j.data.folder.PictureFiles;
import org.gan4j.data.idx.IdxBytes;
import org.gan4j.data.points.PointScale;
import org.gan4j.data.sets.ImageSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets of files: settings that contradict each other or the files are refused. */
class FileSpecsTest {
  private static final RngStream ORDER = Rng.ofSeed(1).stream("data");

  @TempDir private Path folder;

  @Test
  void idxFilesHaveTheGeometryOfTheConfig() throws IOException {
    Path images = Files.write(folder.resolve("images"), IdxBytes.twoImages());
    IdxFiles spec = new IdxFiles(images.toString(), "", 0, 3, 3, 1, 0, 255);

    assertThatThrownBy(() -> spec.open(ORDER))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "IDX file "
                + images
                + ": expected pictures of ImageGeometry[channels=1, height=3, width=3], as the"
                + " config says, got ImageGeometry[channels=1, height=2, width=3]; change the"
                + " config");
    assertThatThrownBy(() -> new IdxFiles("a", "", 10, 3, 3, 1, 0, 255))
        .hasMessage("idx-files: expected 0 classes, since there is no file of labels, got 10");
    assertThatThrownBy(() -> new IdxFiles("a", "b", 0, 3, 3, 1, 0, 255))
        .hasMessage("idx-files: expected at least 1 class, got 0");
    assertThatThrownBy(() -> new IdxFiles("a", "", 0, 3, 3, 1, 255, 0))
        .hasMessageStartingWith("value range: expected finite numbers low < high");
  }

  @Test
  void pointFilesHaveTheColumnsOfTheScale() throws IOException {
    Path csv = Files.writeString(folder.resolve("p.csv"), "1,2\n");
    PointFile spec = new PointFile(csv.toString(), "", PointScale.none(3));

    assertThatThrownBy(() -> spec.open(ORDER))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "points "
                + csv
                + ": expected 3 columns, as the config's scale has, got 2; change the config");
  }

  @Test
  void foldersSayWhatTheySkip() throws IOException {
    PictureFiles.write(folder.resolve("1.png"), PictureFiles.ramp(TYPE_BYTE_GRAY, 4, 4), "png");
    Path bad = Files.writeString(folder.resolve("2.png"), "");

    assertThat(new ImageFolder(folder.toString(), 4, 1, true).open(ORDER).notes())
        .containsExactly(
            "Skipped 1 of 2 files, which cannot be decoded:",
            "  image file "
                + bad
                + ", byte 0: expected a PNG or JPEG file, got an empty file; replace the file");
    assertThatThrownBy(() -> new ImageFolder(folder.toString(), 4, 1, false).open(ORDER))
        .isInstanceOf(DataException.class);
    Files.delete(bad);
    assertThat(new ImageFolder(folder.toString(), 4, 1, true).open(ORDER).notes()).isEmpty();
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> new ImageFolder("a", 0, 1, false))
        .hasMessage("image-folder: expected a size from 1 to 4096, got 0");
    assertThatThrownBy(() -> new ImageFolder("a", 8, 2, false))
        .hasMessage("image-folder: expected 1 or 3 channels, got 2");
    assertThatThrownBy(() -> new CifarFiles(List.of(), CifarLabels.TEN))
        .hasMessage("cifar-files: expected at least 1 file, got 0");
    assertThatThrownBy(() -> new StackedImages(ImageSet.CIFAR_10, 1))
        .hasMessage("stacked-images: expected a set of grey pictures, got cifar-10");
  }
}
