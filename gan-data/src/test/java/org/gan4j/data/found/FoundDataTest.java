package org.gan4j.data.found;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.data.BatchSource;
import org.gan4j.data.DataException;
import org.gan4j.data.cifar.CifarLabels;
import org.gan4j.data.folder.PictureFiles;
import org.gan4j.data.idx.IdxBytes;
import org.gan4j.data.points.PointScale;
import org.gan4j.data.spec.CifarFiles;
import org.gan4j.data.spec.IdxFiles;
import org.gan4j.data.spec.ImageFolder;
import org.gan4j.data.spec.PointFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundDataTest {
  @TempDir private Path folder;

  private static FoundData at(Path path) throws IOException {
    return FoundData.at(path, DataWishes.none());
  }

  /** The specification opens, with samples as announced. */
  private static BatchSource open(FoundData found) throws IOException {
    BatchSource source = found.spec().open(Rng.ofSeed(1).stream("data"));
    assertThat(source.sampleShape()).isEqualTo(Shape.of(found.coordinates()));
    return source;
  }

  @Test
  void idxIsFoundByContentWithItsLabels() throws IOException {
    Path images = folder.resolve("my-images-idx3-ubyte.gz");
    Files.write(images, IdxBytes.gzip(IdxBytes.twoImages()));
    Path labels = Files.write(folder.resolve("my-labels-idx1-ubyte"), IdxBytes.labels(3, 1));

    FoundData found = at(images);

    assertThat(found.text()).isEqualTo("2 grey pictures of 2 × 3, 4 classes (IDX files)");
    assertThat(found.spec())
        .isEqualTo(new IdxFiles(images.toString(), labels.toString(), 4, 2, 3, 1, 0, 255));
    assertThat(open(found).classes()).isEqualTo(4);
    assertThat(at(folder)).isEqualTo(found);
    Files.delete(labels);
    assertThat(at(images).text()).isEqualTo("2 grey pictures of 2 × 3, no labels (IDX file)");
    assertThat(open(at(images)).classes()).isZero();
  }

  /** The magic number, the extents [1, 1, pixels], and floats. */
  private Path floats(float... pixels) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(16 + 4 * pixels.length);
    bytes.putInt(0xd03).putInt(1).putInt(1).putInt(pixels.length);
    for (float pixel : pixels) {
      bytes.putFloat(pixel);
    }
    return Files.write(folder.resolve("floats"), bytes.array());
  }

  @Test
  void theRangeOfPixelsIsFound() throws IOException {
    Path unit = floats(0.5f, 1);
    assertThat(at(unit).spec()).isEqualTo(new IdxFiles(unit.toString(), "", 0, 1, 2, 1, 0, 1));
    Path signed = floats(-0.5f, 1);
    assertThat(at(signed).spec()).isEqualTo(new IdxFiles(signed.toString(), "", 0, 1, 2, 1, -1, 1));
    Path wide = floats(-7, 1000, 3);
    assertThat(at(wide).spec()).isEqualTo(new IdxFiles(wide.toString(), "", 0, 1, 3, 1, -7, 1000));
    Path bad = floats(1, Float.NaN);
    assertThatThrownBy(() -> at(bad))
        .isInstanceOf(DataException.class)
        .hasMessage("IDX file " + bad + ": expected finite pixels, got others; replace the file");
  }

  @Test
  void cifarIsFoundByItsNamesOrItsRecords() throws IOException {
    Path train = Files.write(folder.resolve("train.bin"), new byte[2 * 3074]);

    FoundData found = at(folder);

    assertThat(found.text()).isEqualTo("2 colour pictures of 32 × 32, 100 classes (CIFAR binary)");
    assertThat(found.spec()).isEqualTo(new CifarFiles(List.of(train.toString()), CifarLabels.FINE));
    assertThat(open(found).classes()).isEqualTo(100);
    assertThat(at(train)).isEqualTo(found);
    Path ten = Files.write(folder.resolve("any-name"), new byte[3073]);
    assertThat(at(ten).spec()).isEqualTo(new CifarFiles(List.of(ten.toString()), CifarLabels.TEN));
  }

  @Test
  void foldersOfPicturesKeepTheirSizeIfItIsSmall() throws IOException {
    PictureFiles.write(folder.resolve("a/1.png"), PictureFiles.ramp(TYPE_BYTE_GRAY, 20, 20), "png");
    PictureFiles.write(folder.resolve("b/1.png"), PictureFiles.ramp(TYPE_BYTE_GRAY, 20, 20), "png");

    assertThat(at(folder).text())
        .isEqualTo("2 grey pictures of 20 × 20, 2 classes (PNG and JPEG files)");
    assertThat(at(folder).spec()).isEqualTo(new ImageFolder(folder.toString(), 20, 1, false));
    assertThat(open(at(folder)).classes()).isEqualTo(2);

    PictureFiles.write(folder.resolve("b/2.jpg"), PictureFiles.ramp(TYPE_3BYTE_BGR, 9, 5), "jpeg");
    assertThat(at(folder).text())
        .isEqualTo(
            "3 colour pictures of 32 × 32, 2 classes (PNG and JPEG files, cropped and scaled)");
    DataWishes wishes = new DataWishes(OptionalInt.of(16), OptionalInt.of(1), true, "");
    assertThat(FoundData.at(folder, wishes).spec())
        .isEqualTo(new ImageFolder(folder.toString(), 16, 1, true));
  }

  @Test
  void pointsAreScaled() throws IOException {
    Path csv = Files.writeString(folder.resolve("points"), "x,y\n1,5\n3,7\n");

    FoundData found = at(csv);

    assertThat(found.text())
        .isEqualTo("2 points of 2 coordinates, scaled to mean 0 and standard deviation 1");
    assertThat(found.spec())
        .isEqualTo(
            new PointFile(
                csv.toString(), "", new PointScale(List.of(2.0, 6.0), List.of(1.0, 1.0))));
    assertThat(open(found).classes()).isZero();
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    Path other = Files.write(folder.resolve("other"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> at(other))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data "
                + other
                + ": expected IDX, CIFAR, NumPy or CSV, got a file of another kind; convert it, or"
                + " give a folder of PNG or JPEG files");
    assertThatThrownBy(
            () ->
                FoundData.at(
                    other, new DataWishes(OptionalInt.of(8), OptionalInt.empty(), false, "")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected a folder of pictures for a size, channels or bad files");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> at(none))
        .isInstanceOf(DataException.class)
        .hasMessage("data: expected " + none + ", got no such file; put it there");
    Path labels = Files.write(folder.resolve("labels"), IdxBytes.labels(1));
    assertThatThrownBy(() -> at(labels))
        .hasMessage(
            "IDX file "
                + labels
                + ", byte 3: expected 3 or 4 axes of pictures, got 1; name the file of the"
                + " pictures");
  }
}
