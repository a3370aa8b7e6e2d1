package org.gan4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
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

  /** A picture has as many values as a sample. */
  @Test
  public final void picturesFitTheSamples() {
    Dataset data = dataset();
    int values = data.image().map(image -> image.values()).orElse(features(data));
    assertThat(values).isEqualTo(features(data));
  }
}
