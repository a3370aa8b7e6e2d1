package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.junit.jupiter.api.Test;

class StackedSamplesTest {
  private static final RngStream STREAM = Rng.ofSeed(7).stream("data");

  /** Five pictures of two pixels, 10·i and 10·i + 1, of the classes 2, 0, 3, 1, 2. */
  private static final LabelledDataset PARTS =
      new Pictures(
          new ImageGeometry(1, 1, 2),
          4,
          new int[] {2, 0, 3, 1, 2},
          0,
          1,
          10,
          11,
          20,
          21,
          30,
          31,
          40,
          41);

  private static float[] batch(RngStream stream, long step, int rows) {
    float[] destination = new float[6 * rows];
    new StackedSamples(PARTS, stream).batch(step, destination);
    return destination;
  }

  @Test
  void theChannelsOfAStackAreThreeDraws() {
    RandomGenerator draws = STREAM.at(4);
    float[] expected = new float[12];
    for (int part = 0; part < 6; part++) {
      int index = draws.nextInt(5);
      int first = part / 3 * 6 + part % 3;
      expected[first] = 10 * index;
      expected[first + 3] = 10 * index + 1;
    }

    assertThat(batch(STREAM, 4, 2)).containsExactly(expected);
    assertThat(new StackedSamples(PARTS, STREAM).sampleShape()).isEqualTo(Shape.of(6));
  }

  @Test
  void batchesArePureFunctionsOfSeedAndStep() {
    float[] batch = batch(STREAM, 2, 8);
    assertThat(batch(Rng.ofSeed(7).stream("data"), 2, 8)).containsExactly(batch);
    assertThat(batch(STREAM, 2, 3)).containsExactly(Arrays.copyOf(batch, 18));
    assertThat(batch(STREAM, 3, 8)).isNotEqualTo(batch);
    assertThat(batch(Rng.ofSeed(8).stream("data"), 2, 8)).isNotEqualTo(batch);
  }

  /**
   * Over 125 equally likely stacks, Σ (observed − expected)² / expected of 25 000 draws has mean
   * 124 and standard deviation √248; five deviations either way.
   */
  @Test
  void theThreeDrawsAreIndependent() {
    int n = 25_000;
    float[] stacks = batch(STREAM, 0, n);
    int[] counts = new int[125];
    for (int i = 0; i < n; i++) {
      int stack = 0;
      for (int part = 0; part < 3; part++) {
        stack = 5 * stack + Math.round(stacks[6 * i + part] / 10);
      }
      counts[stack]++;
    }
    double expected = n / 125.0;
    double chiSquare =
        Arrays.stream(counts).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
    double five = 5 * Math.sqrt(248);
    assertThat(chiSquare).isBetween(124 - five, 124 + five);
  }

  /** The class is read off the pixels: picture i begins with 10·i. */
  @Test
  void labelsAreThoseOfTheBatch() {
    StackedSamples source = new StackedSamples(PARTS, STREAM);
    float[] stacks = batch(STREAM, 9, 20);
    int[] labels = new int[20];
    source.labels(9, labels);
    for (int i = 0; i < 20; i++) {
      int a = PARTS.label(Math.round(stacks[6 * i] / 10));
      int b = PARTS.label(Math.round(stacks[6 * i + 1] / 10));
      int c = PARTS.label(Math.round(stacks[6 * i + 2] / 10));
      assertThat(labels[i]).isEqualTo(16 * a + 4 * b + c);
    }
    assertThat(source.classes()).isEqualTo(64);
  }

  @Test
  void theClassOfThreeDigitsIsTheNumberTheyWrite() {
    assertThat(StackedSamples.labels(new int[] {0, 0, 7, 9, 9, 9, 4, 0, 2}, 10))
        .containsExactly(7, 999, 402);
    assertThat(StackedSamples.classes(10)).isEqualTo(1000);
  }

  @Test
  void theyComeApart() {
    float[] stacks = {1, 3, 5, 2, 4, 6, 7, 9, 11, 8, 10, 12};
    assertThat(StackedSamples.parts(stacks, 2))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThatThrownBy(() -> StackedSamples.parts(stacks, 3))
        .hasMessage("StackedSamples.parts: expected whole stacks of 9 values, got 12 values");
  }

  @Test
  void brokenArgumentsAreNamed() {
    StackedSamples source = new StackedSamples(PARTS, STREAM);
    assertThatThrownBy(() -> StackedSamples.labels(new int[4], 10))
        .hasMessage("StackedSamples.labels: expected 3 classes per stack, got 4 in total");
    assertThatThrownBy(() -> StackedSamples.labels(new int[] {1, 2, 10}, 10))
        .hasMessage("StackedSamples.labels: expected classes from 0 to 9, got 10 at index 2");
    assertThatThrownBy(() -> source.labels(-1, new int[2]))
        .hasMessage("StackedSamples.labels: expected a step >= 0, got -1");
    assertThatThrownBy(() -> source.batch(-1, new float[6]))
        .hasMessage("StackedSamples.batch: expected a step >= 0, got -1");
    assertThatThrownBy(() -> source.batch(0, new float[4]))
        .hasMessage(
            "StackedSamples.batch: expected room for one or more samples of shape [6], got an array of 4 values");
  }
}
