package org.gan4j.data.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.data.DataException;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.idx.IdxBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {
  @TempDir private Path folder;

  private static Path resolve(Map<String, String> environment) {
    return DataSets.ofEnvironment(environment::get).folder();
  }

  @Test
  void theFolderComesFromTheFirstVariableThatIsSet() {
    Path own = folder.resolve("own");
    String xdg = folder.resolve("xdg").toString();
    String home = folder.resolve("home").toString();
    Path inHome = Path.of(home, ".cache", "gan4j", "datasets");

    assertThat(resolve(Map.of("GAN4J_DATA", own.toString(), "XDG_CACHE_HOME", xdg, "HOME", home)))
        .isEqualTo(own);
    assertThat(resolve(Map.of("XDG_CACHE_HOME", xdg, "HOME", home)))
        .isEqualTo(Path.of(xdg, "gan4j", "datasets"));
    assertThat(resolve(Map.of("HOME", home))).isEqualTo(inHome);
    assertThat(resolve(Map.of("GAN4J_DATA", "", "XDG_CACHE_HOME", "", "HOME", home)))
        .isEqualTo(inHome);
    assertThat(resolve(Map.of("XDG_CACHE_HOME", "relative", "HOME", home))).isEqualTo(inHome);
    assertThat(resolve(Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "gan4j", "datasets"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void findsPlainAndCompressedFiles(boolean compressed) throws IOException {
    DataSets data = DataSets.in(folder);
    assertThat(data.has(ImageSet.FASHION_MNIST)).isFalse();
    IdxBytes.fill(folder.resolve("fashion-mnist"), compressed);

    LabelledDataset test = data.load(ImageSet.FASHION_MNIST, Split.TEST);

    assertThat(data.has(ImageSet.FASHION_MNIST)).isTrue();
    assertThat(data.has(ImageSet.MNIST)).isFalse();
    assertThat(test.size()).isEqualTo(2);
    assertThat(test.label(1)).isEqualTo(9);
    assertThat(data.load(ImageSet.FASHION_MNIST, Split.TRAIN).size()).isEqualTo(2);
  }

  @Test
  void anIncompleteFolderIsNoDataSet() throws IOException {
    IdxBytes.fill(folder.resolve("mnist"), false);
    Files.delete(folder.resolve("mnist").resolve("t10k-labels-idx1-ubyte"));

    assertThat(DataSets.in(folder).has(ImageSet.MNIST)).isFalse();
  }

  @Test
  void aMissingFileSaysHowToFetchIt() {
    Path images = folder.resolve("mnist").resolve("train-images-idx3-ubyte");

    assertThatThrownBy(() -> DataSets.in(folder).load(ImageSet.MNIST, Split.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "IDX file: expected "
                + images
                + ", got no such file; put it there, with scripts/fetch-data mnist");
  }

  @Test
  void aDamagedFileSaysHowToReplaceIt() throws IOException {
    IdxBytes.fill(folder.resolve("fashion-mnist"), true);
    Path labels = folder.resolve("fashion-mnist").resolve("train-labels-idx1-ubyte.gz");
    Files.write(labels, new byte[3]);

    assertThatThrownBy(() -> DataSets.in(folder).load(ImageSet.FASHION_MNIST, Split.TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "IDX file "
                + labels
                + ", byte 0: expected a complete header, got a truncated file; replace the file,"
                + " with scripts/fetch-data fashion-mnist");
  }

  @Test
  void aSetIsKnownByItsId() {
    assertThat(ImageSet.ofId("fashion-mnist")).isEqualTo(ImageSet.FASHION_MNIST);
    assertThatThrownBy(() -> ImageSet.ofId("cifar"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ImageSet: expected one of mnist, fashion-mnist, kmnist, emnist-letters,"
                + " emnist-balanced, emnist-digits, emnist-byclass, emnist-bymerge, cifar-10,"
                + " cifar-100, cifar-100-coarse, got 'cifar'");
  }

  /** EMNIST stores pictures by columns, and the letters' labels count from 1. */
  @Test
  void lettersAreTurned() throws IOException {
    Path emnist = Files.createDirectories(folder.resolve("emnist"));
    Path images = emnist.resolve("emnist-letters-test-images-idx3-ubyte");
    Files.write(images, IdxBytes.of(0x803, new int[] {2, 2, 2}, 0, 255, 51, 102, 1, 2, 3, 4));
    Path labels = emnist.resolve("emnist-letters-test-labels-idx1-ubyte.gz");
    Files.write(labels, IdxBytes.gzip(IdxBytes.labels(1, 26)));

    LabelledDataset test = DataSets.in(folder).load(ImageSet.EMNIST_LETTERS, Split.TEST);
    float[] picture = new float[5];
    test.copy(0, picture, 1);

    assertThat(test.classes()).isEqualTo(26);
    assertThat(new int[] {test.label(0), test.label(1)}).containsExactly(0, 25);
    assertThat(picture).containsExactly(new float[] {0, -1, -0.6f, 1, -0.2f}, within(1e-6f));
  }

  @Test
  void everySetSaysWhereItsFilesGo() {
    for (ImageSet set : ImageSet.values()) {
      for (Split split : Split.values()) {
        Path first = folder.resolve(set.folder()).resolve(set.fileNames(split).get(0));
        assertThat(DataSets.in(folder).has(set)).isFalse();
        assertThatThrownBy(() -> DataSets.in(folder).load(set, split))
            .isInstanceOf(DataException.class)
            .hasMessageStartingWith(
                (set.folder().startsWith("cifar") ? "CIFAR" : "IDX") + " file: expected " + first)
            .hasMessageContaining(", got no such file; put it there, ");
      }
    }
    assertThatThrownBy(() -> DataSets.in(folder).load(ImageSet.CIFAR_10, Split.TRAIN))
        .hasMessage(
            "CIFAR file: expected "
                + folder.resolve("cifar-10").resolve("data_batch_1.bin")
                + ", got no such file; put it there, as its authors publish it");
  }

  @Test
  void filesHaveTheirPublishedNames() {
    assertThat(ImageSet.EMNIST_LETTERS.fileNames(Split.TRAIN))
        .containsExactly(
            "emnist-letters-train-images-idx3-ubyte", "emnist-letters-train-labels-idx1-ubyte");
    assertThat(ImageSet.KMNIST.fileNames(Split.TEST))
        .containsExactly("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    assertThat(ImageSet.CIFAR_10.fileNames(Split.TRAIN))
        .containsExactly(
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin");
    assertThat(ImageSet.CIFAR_100.fileNames(Split.TEST)).containsExactly("test.bin");
  }
}
