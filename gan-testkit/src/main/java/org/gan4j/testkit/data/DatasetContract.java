package org.gan4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.core.random.Rng;
import org.gan4j.data.Batches;
import org.gan4j.data.Dataset;
import org.junit.jupiter.api.Test;

/** The contract of every data set. Extend it and return a data set of at least two samples. */
public abstract class DatasetContract {
  private static final int MARGIN = 3;

  /** Creates the contract of one data set. */
  protected DatasetContract() {}

  /** {@return the data set under test} */
  protected abstract Dataset dataset();

  private static int features(Dataset data) {
    return data.sampleShape().length();
  }

  private static float[] sample(Dataset data, int index) {
    float[] values = new float[features(data)];
    data.copy(index, values, 0);
    return values;
  }

  /** There is at least one sample, of at least one value. */
  @Test
  public final void isNotEmpty() {
    assertThat(dataset().size()).isGreaterThanOrEqualTo(2);
    assertThat(features(dataset())).isPositive();
  }

  /** A copy writes exactly one sample, the same at every offset, with finite numbers. */
  @Test
  public final void copiesWriteTheirRoomAndNothingElse() {
    Dataset data = dataset();
    int features = features(data);
    for (int index : new int[] {0, data.size() - 1}) {
      float[] wide = new float[features + 2 * MARGIN];
      Arrays.fill(wide, Float.NaN);
      data.copy(index, wide, MARGIN);
      for (int i = 0; i < wide.length; i++) {
        boolean inside = i >= MARGIN && i < MARGIN + features;
        assertThat(Float.isFinite(wide[i])).as("value %d of sample %d", i, index).isEqualTo(inside);
      }
      assertThat(Arrays.copyOfRange(wide, MARGIN, MARGIN + features))
          .isEqualTo(sample(data, index));
    }
  }

  /** A reader that overwrites its array does not affect the next one. */
  @Test
  public final void samplesAreCopies() {
    Dataset data = dataset();
    float[] first = sample(data, 1);
    float[] scribbled = sample(data, 1);
    Arrays.fill(scribbled, -7);
    assertThat(sample(data, 1)).isEqualTo(first).isNotEqualTo(scribbled);
  }

  /** Threads read the same samples. */
  @Test
  public final void threadsReadTheSame() {
    Dataset data = dataset();
    int n = Math.min(data.size(), 64);
    float[][] alone = IntStream.range(0, n).mapToObj(i -> sample(data, i)).toArray(float[][]::new);
    float[][] together =
        IntStream.range(0, n).parallel().mapToObj(i -> sample(data, i)).toArray(float[][]::new);
    assertThat(Arrays.deepEquals(together, alone)).isTrue();
  }

  /** Indices out of range and arrays without room are refused. */
  @Test
  public final void refusesWhatIsOutOfBounds() {
    Dataset data = dataset();
    float[] room = new float[features(data)];
    for (int index : new int[] {-1, data.size()}) {
      assertThatThrownBy(() -> data.copy(index, room, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThatThrownBy(() -> data.copy(0, room, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.copy(0, room, -1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** A picture has as many values as a sample, all of them from −1 to 1. */
  @Test
  public final void picturesFitTheSamples() {
    Dataset data = dataset();
    int values = data.image().map(image -> image.values()).orElse(features(data));
    assertThat(values).isEqualTo(features(data));
    for (int i = 0; i < data.size() && data.image().isPresent(); i++) {
      for (float value : sample(data, i)) {
        assertThat(value).isBetween(-1f, 1f);
      }
    }
  }

  /** An epoch's batches hold every sample once, and the same ones for the same seed. */
  @Test
  public final void batchesReachEverySampleOnceAnEpoch() {
    Dataset data = dataset();
    float[] epoch = epoch(data, 7);
    List<String> samples = new ArrayList<>();
    List<String> batches = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      samples.add(Arrays.toString(sample(data, i)));
      int first = i * features(data);
      batches.add(Arrays.toString(Arrays.copyOfRange(epoch, first, first + features(data))));
    }
    assertThat(batches).containsExactlyInAnyOrderElementsOf(samples);
    assertThat(epoch(data, 7)).isEqualTo(epoch);
  }

  /** One epoch in batches of one sample. */
  private static float[] epoch(Dataset data, long seed) {
    Batches source = new Batches(data, Rng.ofSeed(seed).stream("data"));
    assertThat(source.sampleShape()).isEqualTo(data.sampleShape());
    float[] epoch = new float[Math.multiplyExact(data.size(), features(data))];
    float[] batch = new float[features(data)];
    for (int step = 0; step < data.size(); step++) {
      source.batch(step, batch);
      System.arraycopy(batch, 0, epoch, step * batch.length, batch.length);
    }
    return epoch;
  }

  /** Batches refuse a negative step and an array without room. */
  @Test
  public final void batchesRefuseWhatIsOutOfRange() {
    Dataset data = dataset();
    Batches source = new Batches(data, Rng.ofSeed(7).stream("data"));
    assertThatThrownBy(() -> source.batch(-1, new float[features(data)]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> source.batch(0, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
