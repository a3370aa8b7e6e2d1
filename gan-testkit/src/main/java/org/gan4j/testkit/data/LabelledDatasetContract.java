package org.gan4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.data.LabelledDataset;
import org.junit.jupiter.api.Test;

/** What a data set with labels must keep to, beside what every data set must. */
public abstract class LabelledDatasetContract extends DatasetContract {
  private static final int LABELS = 1000;

  /** Makes the contract of one data set. */
  protected LabelledDatasetContract() {}

  @Override
  protected abstract LabelledDataset dataset();

  /** Labels are classes, and only samples have them. */
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
}
