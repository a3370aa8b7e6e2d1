package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final int SAMPLES = 10;
  private static final RngStream STREAM = Rng.ofSeed(42).stream("data");

  /** Sample i is (i, −i), so that a batch tells which samples it holds. */
  private static Dataset pairs() {
    float[] values = new float[2 * SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      values[2 * i] = i;
      values[2 * i + 1] = -i;
    }
    return ArrayDataset.of(Shape.of(2), values);
  }

  private static float[] batch(BatchSource source, long step, int rows) {
    float[] destination = new float[2 * rows];
    source.batch(step, destination);
    return destination;
  }

  private static List<Integer> draws(int steps, int rows) {
    Batches batches = new Batches(pairs(), STREAM);
    List<Integer> indices = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      float[] batch = batch(batches, step, rows);
      for (int row = 0; row < rows; row++) {
        assertThat(batch[2 * row + 1]).isEqualTo(-batch[2 * row]);
        indices.add((int) batch[2 * row]);
      }
    }
    return indices;
  }

  @Test
  void visitsEverySampleOnceAnEpochThoughBatchesStraddle() {
    List<Integer> indices = draws(10, 3);
    Integer[] all = IntStream.range(0, SAMPLES).boxed().toArray(Integer[]::new);

    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(indices.subList(epoch * SAMPLES, (epoch + 1) * SAMPLES))
          .containsExactlyInAnyOrder(all);
    }
  }

  @Test
  void shufflesEachEpochInItsOwnOrder() {
    List<Integer> indices = draws(2, SAMPLES);

    assertThat(indices.subList(0, SAMPLES)).isNotEqualTo(indices.subList(SAMPLES, 2 * SAMPLES));
    assertThat(indices.stream().mapToInt(i -> i).limit(SAMPLES))
        .containsExactly(box(STREAM.permutation(SAMPLES, 0)));
    assertThat(indices.stream().mapToInt(i -> i).skip(SAMPLES))
        .containsExactly(box(STREAM.permutation(SAMPLES, 1)));
  }

  private static Integer[] box(int[] values) {
    return IntStream.of(values).boxed().toArray(Integer[]::new);
  }

  @Test
  void batchSizeOnlyCutsTheSequenceOfDraws() {
    assertThat(draws(12, 5)).isEqualTo(draws(60, 1)).isEqualTo(draws(2, 30));
  }

  @Test
  void isAPureFunctionOfTheStep() {
    Batches forwards = new Batches(pairs(), STREAM);
    Batches backwards = new Batches(pairs(), STREAM);
    float[][] expected = new float[20][];
    for (int step = 0; step < 20; step++) {
      expected[step] = batch(forwards, step, 4);
    }

    for (int step = 19; step >= 0; step--) {
      assertThat(batch(backwards, step, 4)).containsExactly(expected[step]);
      assertThat(batch(backwards, step, 4)).containsExactly(expected[step]);
    }
  }

  @Test
  void dependsOnTheSeed() {
    Batches other = new Batches(pairs(), Rng.ofSeed(43).stream("data"));

    assertThat(batch(other, 0, SAMPLES))
        .isNotEqualTo(batch(new Batches(pairs(), STREAM), 0, SAMPLES));
  }

  @Test
  void reachesStepsBeyondTheRangeOfInt() {
    Batches batches = new Batches(pairs(), STREAM);
    long step = 1L << 40;
    int[] order = STREAM.permutation(SAMPLES, 2 * step / SAMPLES);

    float[] batch = batch(batches, step, 2);

    assertThat((int) batch[0]).isEqualTo(order[(int) (2 * step % SAMPLES)]);
  }

  @Test
  void refusesANegativeStepAndAnArrayOfTheWrongLength() {
    Batches batches = new Batches(pairs(), STREAM);

    assertThatThrownBy(() -> batches.batch(-1, new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Batches.batch: expected a step >= 0, got -1");
    assertThatThrownBy(() -> batches.batch(0, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Batches.batch: expected room for one or more samples of shape [2], "
                + "got an array of 3 values");
    assertThatThrownBy(() -> batches.batch(0, new float[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("got an array of 0 values");
  }
}
