package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.gan4j.core.Shape;
import org.junit.jupiter.api.Test;

class PooledImagesTest {
  /** Two channels of two rows and four columns; the means are taken by hand. */
  @Test
  void everyPixelIsTheMeanOfItsSquareInItsChannel() {
    float[] values = {
      1, -1, 2, -1, 3, 1, 4, 1,
      5, -1, 6, -1, 7, 1, 0, 0,
      0, 8, 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 0, 4,
    };
    LabelledDataset images =
        new Pictures(new ImageGeometry(2, 2, 4), 5, new int[] {3, 1}, values.clone());

    PooledImages pooled = PooledImages.of(images, 2);

    assertThat(pooled.size()).isEqualTo(2);
    assertThat(pooled.sampleShape()).isEqualTo(Shape.of(4));
    assertThat(pooled.image()).contains(new ImageGeometry(2, 1, 2));
    float[] all = new float[8];
    pooled.copy(0, all, 0);
    pooled.copy(1, all, 4);
    assertThat(all).containsExactly(3.5f, -1, 3.5f, 0.75f, 0, 2, 0, 1);
    assertThat(pooled.classes()).isEqualTo(5);
    assertThat(pooled.label(0)).isEqualTo(3);
    assertThat(pooled.label(1)).isEqualTo(1);
  }

  @Test
  void reductionOneChangesNothing() {
    LabelledDataset images =
        new Pictures(new ImageGeometry(1, 1, 3), 2, new int[] {1}, 0.5f, -0.25f, 1);
    float[] copy = new float[3];
    PooledImages.of(images, 1).copy(0, copy, 0);
    assertThat(copy).containsExactly(0.5f, -0.25f, 1);
  }

  @Test
  void picturesThatCannotBeDividedAreRefused() {
    LabelledDataset images = new Pictures(new ImageGeometry(1, 1, 4), 2, new int[] {1}, 1, 2, 3, 4);
    assertThatThrownBy(() -> PooledImages.of(images, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "reduction: expected a whole number >= 1 that divides height 1 and width 4, got 2");
  }

  @Test
  void pointsAreRefused() {
    LabelledDataset points =
        new LabelledDataset() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public Shape sampleShape() {
            return Shape.of(2);
          }

          @Override
          public void copy(int index, float[] destination, int offset) {
            throw new IllegalStateException("not to be read");
          }

          @Override
          public Optional<ImageGeometry> image() {
            return Optional.empty();
          }

          @Override
          public int classes() {
            return 2;
          }

          @Override
          public int label(int index) {
            return 0;
          }
        };
    assertThatThrownBy(() -> PooledImages.of(points, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PooledImages: expected pictures, got samples of shape [2]");
  }
}
