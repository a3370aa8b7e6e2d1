package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.core.Shape;
import org.gan4j.nn.Pack;
import org.gan4j.nn.Residual;
import org.gan4j.nn.Sequential;
import org.gan4j.nn.network.DcganDiscriminator;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  private static final int BATCH = 1000;

  /** Counted by hand: both networks have two hidden layers of 64. */
  @Test
  void parametersBatchesAndOutputsOfLayersAreCounted() {
    GanConfig config = Runs.ring(new Alternating(), 1).withBatch(BATCH);
    MemoryNeed need = MemoryNeed.of(config, Shape.of(2));
    int generator = (2 * 64 + 64) + (64 * 64 + 64) + (64 * 2 + 2);
    int discriminator = (2 * 64 + 64) + (64 * 64 + 64) + (64 + 1);
    assertThat(need.parameters()).isEqualTo(generator + discriminator);
    assertThat(need.batch()).isEqualTo(BATCH * (2 + 2 + 2));
    assertThat(need.kept()).isEqualTo(BATCH * ((64 + 64 + 2) + (64 + 64 + 1)));
    assertThat(need.bytes()).isEqualTo(4 * (2 * need.parameters() + need.batch() + need.kept()));
  }

  @Test
  void layersThatContainOthersCountTheirs() {
    DcganDiscriminator critic = new DcganDiscriminator(28, 1, 8, false);
    Shape image = Shape.of(784);
    long own = critic.keptValues(image);
    assertThat(own).isEqualTo(14 * 14 * 8 + 7 * 7 * 16 + 1);
    assertThat(new Pack(2, new DcganDiscriminator(28, 2, 8, false)).keptValues(image))
        .isEqualTo((14 * 14 * 8 + 7 * 7 * 16 + 1) / 2);
    assertThat(new Residual(critic, Sequential.of(critic)).keptValues(image)).isEqualTo(2 * own);
  }
}
