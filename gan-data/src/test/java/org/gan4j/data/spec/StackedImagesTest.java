package org.gan4j.data.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Locale;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.data.BatchSource;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.gan4j.data.sets.DataSets;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.sets.Split;
import org.junit.jupiter.api.Test;

class StackedImagesTest {
  private static final StackedImages SPEC = new StackedImages(ImageSet.MNIST, 2);

  private static void requireData() {
    DataSets data = DataSets.ofEnvironment();
    assumeTrue(
        data.has(ImageSet.MNIST),
        () ->
            String.format(
                Locale.ROOT, "mnist is not in %s: run scripts/fetch-data mnist", data.folder()));
  }

  @Test
  void aSampleIsAColourPicture() {
    assertThat(SPEC.image()).contains(new ImageGeometry(3, 14, 14));
    assertThat(new StackedImages(ImageSet.FASHION_MNIST, 7).image())
        .contains(new ImageGeometry(3, 4, 4));
  }

  @Test
  void onlyDivisorsOf28Reduce() {
    assertThatThrownBy(() -> new StackedImages(ImageSet.MNIST, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "reduction: expected a whole number >= 1 that divides height 28 and width 28, got 3");
  }

  /** Averages keep the mean, which numpy 2 read as 1 567 298 545 over 60 000 · 784 pixels. */
  @Test
  void poolingKeepsTheMeanOfMnist() throws IOException {
    requireData();
    LabelledDataset parts = SPEC.parts(Split.TRAIN);
    assertThat(parts.size()).isEqualTo(60_000);
    float[] picture = new float[196];
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      parts.copy(i, picture, 0);
      for (float value : picture) {
        sum += value;
      }
    }
    double expected = 1_567_298_545.0 / (60_000.0 * 784) / 127.5 - 1;
    assertThat(sum / (60_000.0 * 196)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void theRunsStreamDecidesTheStacks() throws IOException {
    requireData();
    BatchSource source = SPEC.open(Rng.ofSeed(1).stream("data"));
    assertThat(source.sampleShape()).isEqualTo(Shape.of(588));
    float[] once = new float[588 * 4];
    float[] again = new float[588 * 4];
    source.batch(5, once);
    SPEC.open(Rng.ofSeed(1).stream("data")).batch(5, again);
    assertThat(again).containsExactly(once);
    SPEC.open(Rng.ofSeed(2).stream("data")).batch(5, again);
    assertThat(again).isNotEqualTo(once);
  }
}
