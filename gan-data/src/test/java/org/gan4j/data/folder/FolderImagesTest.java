package org.gan4j.data.folder;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.data.DataException;
import org.gan4j.data.Dataset;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.folder.FolderImages.BadFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImagesTest {
  @TempDir private Path root;

  private void grey(String name, int first) throws IOException {
    var image = PictureFiles.ramp(TYPE_BYTE_GRAY, 2, 2);
    image.getRaster().setSample(0, 0, 0, first);
    PictureFiles.write(root.resolve(name), image, "png");
  }

  private static FolderImages read(Path root, BadFiles bad) throws IOException {
    return FolderImages.read(FolderListing.of(root), 2, 1, bad);
  }

  private static int firstPixel(Dataset data, int index) {
    float[] picture = new float[data.sampleShape().length()];
    data.copy(index, picture, 0);
    return Math.round((picture[0] + 1) * 127.5f);
  }

  @Test
  void filesWithoutSubfoldersHaveNoLabels() throws IOException {
    grey("b.png", 20);
    grey("a.PNG", 10);
    grey(".hidden.png", 30);
    Files.writeString(root.resolve("notes.txt"), "no picture");

    FolderImages read = read(root, BadFiles.REFUSE);

    assertThat(read.images()).isNotInstanceOf(LabelledDataset.class);
    assertThat(read.images().size()).isEqualTo(2);
    assertThat(read.images().image()).contains(new ImageGeometry(1, 2, 2));
    assertThat(firstPixel(read.images(), 0)).isEqualTo(10);
    assertThat(firstPixel(read.images(), 1)).isEqualTo(20);
    assertThat(read.skipped()).isEmpty();
  }

  @Test
  void subfoldersAreClassesByName() throws IOException {
    grey("dog/1.png", 3);
    grey("cat/deep/2.png", 2);
    grey("cat/1.png", 1);

    FolderListing listing = FolderListing.of(root);
    LabelledDataset data = (LabelledDataset) read(root, BadFiles.REFUSE).images();

    assertThat(listing.classes()).containsExactly("cat", "dog");
    assertThat(listing.labels()).containsExactly(0, 0, 1);
    assertThat(data.classes()).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      assertThat(firstPixel(data, i)).isEqualTo(i + 1);
      assertThat(data.label(i)).isEqualTo(i / 2);
    }
  }

  @Test
  void threeChannelsAreInterleaved() throws IOException {
    PictureFiles.write(root.resolve("a.png"), PictureFiles.ramp(TYPE_3BYTE_BGR, 3, 3), "png");
    Dataset data = FolderImages.read(FolderListing.of(root), 3, 3, BadFiles.REFUSE).images();
    float[] picture = new float[27];
    data.copy(0, picture, 0);

    assertThat(data.image()).contains(new ImageGeometry(3, 3, 3));
    for (int i = 0; i < 27; i++) {
      int pixel = i / 3;
      assertThat(Math.round((picture[i] + 1) * 127.5f))
          .isEqualTo(pixel % 3 + 10 * (pixel / 3) + 50 * (i % 3));
    }
  }

  @Test
  void badFilesAreErrorsOrSkippedAndListed() throws IOException {
    grey("cat/1.png", 1);
    grey("cat/3.png", 3);
    grey("dog/1.png", 4);
    Path bad = Files.writeString(root.resolve("cat").resolve("2.jpg"), "no picture");
    String message =
        "image file "
            + bad
            + ", byte 0: expected a PNG or JPEG file, got another format; replace the file";

    assertThatThrownBy(() -> read(root, BadFiles.REFUSE))
        .isInstanceOf(DataException.class)
        .hasMessage(message);

    FolderImages read = read(root, BadFiles.SKIP);
    LabelledDataset data = (LabelledDataset) read.images();
    assertThat(read.skipped()).containsExactly(message);
    assertThat(data.size()).isEqualTo(3);
    assertThat(List.of(firstPixel(data, 0), firstPixel(data, 1), firstPixel(data, 2)))
        .containsExactly(1, 3, 4);
    assertThat(List.of(data.label(0), data.label(1), data.label(2))).containsExactly(0, 0, 1);
  }

  @Test
  void somePictureMustBeLeft() throws IOException {
    Path bad = Files.writeString(root.resolve("a.png"), "");

    assertThatThrownBy(() -> read(root, BadFiles.SKIP))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "image folder "
                + root
                + ": expected a picture that decodes, got none; the first: image file "
                + bad
                + ", byte 0: expected a PNG or JPEG file, got an empty file; replace the file");
  }

  private void assertRefused(String where, String message) {
    assertThatThrownBy(() -> FolderListing.of(root))
        .isInstanceOf(DataException.class)
        .hasMessage("image folder " + root.resolve(where) + ": " + message + "; change the folder");
  }

  @Test
  void layoutsThatSayNothingAreRefused() throws IOException {
    assertRefused("", "expected PNG or JPEG files, got none");
    grey("cat/1.png", 1);
    Files.createDirectory(root.resolve("empty"));
    assertRefused("empty", "expected a class's PNG or JPEG files, got none");
    grey("1.png", 1);
    assertRefused("", "expected pictures or a sub-folder for each class, got both");
    assertThatThrownBy(() -> FolderListing.of(root.resolve("none")))
        .hasMessage(
            "image folder "
                + root.resolve("none")
                + ": expected a folder, got no such folder; change the folder");
  }

  @Test
  void linksOutOfTheFolderAreRefused() throws IOException {
    Path inside = Files.createDirectory(root.resolve("inside"));
    grey("outside.png", 1);
    grey("inside/a.png", 1);
    Files.createSymbolicLink(inside.resolve("within.png"), inside.resolve("a.png"));
    assertThat(FolderListing.of(inside).files()).hasSize(2);
    Path link = inside.resolve("b.png");
    Files.createSymbolicLink(link, root.resolve("outside.png"));

    assertThatThrownBy(() -> FolderListing.of(inside))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "image folder "
                + link
                + ": expected a file or folder within "
                + inside.toRealPath()
                + ", got a link to "
                + root.toRealPath().resolve("outside.png")
                + ", outside; change the folder");

    Files.delete(link);
    Files.createSymbolicLink(inside.resolve("cats"), root);
    Files.delete(inside.resolve("a.png"));
    Files.delete(inside.resolve("within.png"));
    assertThatThrownBy(() -> FolderListing.of(inside)).hasMessageContaining(", outside;");
  }

  @Test
  void loopsOfLinksEnd() throws IOException {
    grey("cat/1.png", 1);
    Files.createSymbolicLink(root.resolve("cat").resolve("loop"), root.resolve("cat"));

    assertThatThrownBy(() -> FolderListing.of(root))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected at most 32 levels of folders, got more, or a loop");
  }
}
