package org.gan4j.study.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.data.distribution.Ring;
import org.gan4j.data.distribution.Spiral;
import org.gan4j.data.sets.ImageSet;
import org.gan4j.data.spec.Images;
import org.gan4j.data.spec.Points;
import org.gan4j.train.run.SampleFigures;
import org.junit.jupiter.api.Test;

class ModeFiguresTest {
  /** Two samples near (1, 0), one near (−1, 0), and one in between. */
  @Test
  void modesAndTheShareOfHighQualityAreCounted() {
    SampleFigures figures = ModeFigures.of(new Points(new Ring(8, 1, 0.02)));
    assertThat(figures.names()).containsExactly("modes", "high_quality");
    assertThat(figures.of(new float[] {1, 0, 1.05f, 0, -1, 0.01f, 0.5f, 0.5f}))
        .containsExactly(2, 0.75);
  }

  @Test
  void dataWithoutModesHaveNoFigures() {
    assertThat(ModeFigures.of(new Points(new Spiral(2, 1, 1, 0.02))).names()).isEmpty();
    assertThat(ModeFigures.of(new Images(ImageSet.MNIST)).names()).isEmpty();
  }
}
