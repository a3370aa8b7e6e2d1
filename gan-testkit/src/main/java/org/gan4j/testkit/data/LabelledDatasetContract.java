package org.gan4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gan4j.core.random.Rng;
import org.gan4j.data.Batches;
import org.gan4j.data.LabelledDataset;
import org.junit.jupiter.api.Test;

/** The contract of every labelled data set, in addition to that of every data set. */
public abstract class LabelledDatasetContract extends DatasetContract {
  private static final int LABELS = 1000;

  /** Creates the contract of one data set. */
  protected LabelledDatasetContract() {}

  @Override
  protected abstract LabelledDataset dataset();

  /** Labels are classes, and indices out of range are refused. */
  @Test
  public final void labelsAreClasses() {
    LabelledDataset data = dataset();
    for (int i = 0; i < Math.min(data.size(), LABELS); i++) {
      assertThat(data.label(i)).isBetween(0, data.classes() - 1);
    }
    for (int index : new int[] {-1, data.size()}) {
      assertThatThrownBy(() -> data.label(index)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  /** The labels of a batch are those of its samples. */
  @Test
  public final void labelsOfBatchesAgreeWithTheirSamples() {
    LabelledDataset data = dataset();
    Batches source = new Batches(data, Rng.ofSeed(3).stream("data"));
    int features = data.sampleShape().length();
    float[] sample = new float[features];
    Map<String, Set<Integer>> labels = new HashMap<>();
    for (int i = 0; i < data.size(); i++) {
      data.copy(i, sample, 0);
      labels.computeIfAbsent(Arrays.toString(sample), key -> new HashSet<>()).add(data.label(i));
    }
    int[] label = new int[1];
    for (int step = 0; step < data.size(); step++) {
      source.batch(step, sample);
      source.labels(step, label);
      assertThat(labels.get(Arrays.toString(sample))).contains(label[0]);
    }
  }
}
