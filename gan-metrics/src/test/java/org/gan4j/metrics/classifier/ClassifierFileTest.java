package org.gan4j.metrics.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.core.backend.Activation.IDENTITY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.BackendOptions;
import org.gan4j.core.backend.Backends;
import org.gan4j.data.LabelledDataset;
import org.gan4j.nn.BatchNorm;
import org.gan4j.nn.Dense;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.optim.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierFileTest {
  @TempDir private Path temp;

  /** Points on a line, of class 1 where they are positive. */
  private record Signs(int size) implements LabelledDataset {
    @Override
    public Shape sampleShape() {
      return Shape.of(1);
    }

    @Override
    public void copy(int index, float[] destination, int offset) {
      destination[offset] = index - size / 2f + 0.5f;
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public int label(int index) {
      return index < size / 2 ? 0 : 1;
    }
  }

  /** Features with running statistics, which belong to the trained numbers too. */
  private static ClassifierConfig config(long seed) {
    return new ClassifierConfig(
        seed,
        Sequential.of(new Dense(3, IDENTITY), new BatchNorm()),
        new Dense(2, IDENTITY),
        new Adam(1e-2, 0.9, 0.999),
        10,
        3);
  }

  private static Backend backend() {
    return Backends.open("reference", new BackendOptions(1, DType.FLOAT32));
  }

  @Test
  void aClassifierReadsBackWithItsFeatures() throws IOException {
    Signs data = new Signs(40);
    float[] samples = Classifier.samples(data);
    ClassifierFile file = new ClassifierFile(temp.resolve("signs.safetensors"), config(1));
    try (Backend backend = backend()) {
      assertThat(file.read(data, backend)).isEmpty();
      Classifier trained = new ClassifierTrainer(config(1), data, backend).train((s, l) -> {});
      file.write(trained);
      Classifier read = file.read(data, backend).orElseThrow();
      assertThat(read.probabilities(samples)).containsExactly(trained.probabilities(samples));
      assertThat(read.features(samples)).containsExactly(trained.features(samples)).hasSize(120);
      assertThat(read.dimensions()).isEqualTo(3);
      assertThat(read.classes()).isEqualTo(2);
    }
  }

  @Test
  void aFileOfOtherSettingsIsNotTaken() throws IOException {
    Signs data = new Signs(40);
    Path path = temp.resolve("signs.safetensors");
    try (Backend backend = backend()) {
      new ClassifierFile(path, config(1))
          .write(new ClassifierTrainer(config(1), data, backend).train((s, l) -> {}));
      assertThat(new ClassifierFile(path, config(2)).read(data, backend)).isEmpty();
    }
  }

  @Test
  void damageIsNamed() throws IOException {
    Signs data = new Signs(40);
    Path path = temp.resolve("signs.safetensors");
    ClassifierFile file = new ClassifierFile(path, config(1));
    try (Backend backend = backend()) {
      file.write(new ClassifierTrainer(config(1), data, backend).train((s, l) -> {}));
      byte[] bytes = Files.readAllBytes(path);
      bytes[bytes.length - 1] ^= 1;
      Files.write(path, bytes);
      assertThatThrownBy(() -> file.read(data, backend))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("signs.safetensors")
          .hasMessageContaining("the file is damaged");
    }
  }
}
