package org.gan4j.data.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gan4j.data.ImageGeometry;
import org.gan4j.data.LabelledDataset;
import org.junit.jupiter.api.Test;

/**
 * The real files. The expected counts, labels and pixel sums were read with numpy 2 ({@code
 * frombuffer(..., uint8)} after the header).
 */
class RealDataTest {
  private static LabelledDataset load(ImageSet set, Split split) throws IOException {
    DataSets data = DataSets.ofEnvironment();
    assumeTrue(
        data.has(set),
        () ->
            String.format(
                Locale.ROOT,
                "%s is not in %s: run scripts/fetch-data %s",
                set.id(),
                data.folder(),
                set.id()));
    return data.load(set, split);
  }

  private static int[] histogram(LabelledDataset dataset) {
    int[] counts = new int[dataset.classes()];
    IntStream.range(0, dataset.size()).forEach(i -> counts[dataset.label(i)]++);
    return counts;
  }

  private static int[] firstLabels(LabelledDataset dataset) {
    return IntStream.range(0, 10).map(dataset::label).toArray();
  }

  /** {@return the sum of all pixels of all pictures, turned back into 0 … 255} */
  private static long pixelSum(LabelledDataset dataset) {
    float[] picture = new float[784];
    long sum = 0;
    for (int i = 0; i < dataset.size(); i++) {
      dataset.copy(i, picture, 0);
      for (float value : picture) {
        sum += pixel(value);
      }
    }
    return sum;
  }

  private static int pixel(float value) {
    return Math.round((value + 1) * 127.5f);
  }

  /** {@return pixels 10 … 17 of row 14 of the first picture} */
  private static int[] middleOfFirst(LabelledDataset dataset) {
    float[] picture = new float[784];
    dataset.copy(0, picture, 0);
    return IntStream.range(14 * 28 + 10, 14 * 28 + 18).map(i -> pixel(picture[i])).toArray();
  }

  @Test
  void mnistTrain() throws IOException {
    LabelledDataset train = load(ImageSet.MNIST, Split.TRAIN);

    assertThat(train.size()).isEqualTo(60_000);
    assertThat(train.image()).contains(new ImageGeometry(1, 28, 28));
    assertThat(histogram(train))
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(firstLabels(train)).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    assertThat(middleOfFirst(train)).containsExactly(0, 0, 0, 81, 240, 253, 253, 119);
    assertThat(pixelSum(train)).isEqualTo(1_567_298_545L);
  }

  @Test
  void mnistTest() throws IOException {
    LabelledDataset test = load(ImageSet.MNIST, Split.TEST);

    assertThat(test.size()).isEqualTo(10_000);
    assertThat(histogram(test))
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(firstLabels(test)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
    assertThat(pixelSum(test)).isEqualTo(264_923_200L);
  }

  @Test
  void fashionMnistTrain() throws IOException {
    LabelledDataset train = load(ImageSet.FASHION_MNIST, Split.TRAIN);

    assertThat(train.size()).isEqualTo(60_000);
    assertThat(histogram(train)).containsOnly(6000).hasSize(10);
    assertThat(firstLabels(train)).containsExactly(9, 0, 0, 3, 0, 2, 7, 2, 5, 5);
    assertThat(middleOfFirst(train)).containsExactly(0, 0, 237, 226, 217, 223, 222, 219);
    assertThat(pixelSum(train)).isEqualTo(3_431_114_169L);
  }

  @Test
  void fashionMnistTest() throws IOException {
    LabelledDataset test = load(ImageSet.FASHION_MNIST, Split.TEST);

    assertThat(test.size()).isEqualTo(10_000);
    assertThat(histogram(test)).containsOnly(1000).hasSize(10);
    assertThat(firstLabels(test)).containsExactly(9, 2, 1, 1, 6, 1, 4, 6, 5, 7);
    assertThat(pixelSum(test)).isEqualTo(573_469_082L);
  }
}
