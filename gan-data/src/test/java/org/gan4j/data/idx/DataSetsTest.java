package org.gan4j.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.data.DataException;
import org.gan4j.data.LabelledDataset;
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
                + ": expected a complete header, got a truncated file; replace the file,"
                + " with scripts/fetch-data fashion-mnist");
  }

  @Test
  void aSetIsKnownByItsId() {
    assertThat(ImageSet.ofId("fashion-mnist")).isEqualTo(ImageSet.FASHION_MNIST);
    assertThatThrownBy(() -> ImageSet.ofId("cifar"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ImageSet: expected one of mnist, fashion-mnist, got 'cifar'");
  }
}
