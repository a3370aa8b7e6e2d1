package org.gan4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
