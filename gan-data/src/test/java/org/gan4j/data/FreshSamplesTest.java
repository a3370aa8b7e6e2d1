package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gan4j.core.Shape;
import org.gan4j.core.random.Rng;
import org.gan4j.core.random.RngStream;
import org.junit.jupiter.api.Test;

class FreshSamplesTest {
  private static final RngStream STREAM = Rng.ofSeed(7).stream("real");

  /** Two uniform draws, the second shifted by 10, so that the order of coordinates shows. */
  private static final class Uniforms implements Distribution {
    @Override
    public Shape sampleShape() {
      return Shape.of(2);
    }

    @Override
    public void sample(RandomGenerator draws, double[] destination) {
      destination[0] = draws.nextDouble();
      destination[1] = 10 + draws.nextDouble();
    }

    @Override
    public Optional<LogDensity> logDensity() {
      return Optional.empty();
    }
  }

  private static float[] batch(long step, int rows) {
    float[] destination = new float[2 * rows];
    new FreshSamples(new Uniforms(), STREAM).batch(step, destination);
    return destination;
  }

  @Test
  void laysSamplesOutRowByRow() {
    RandomGenerator draws = STREAM.at(3);

    float[] batch = batch(3, 2);

    assertThat(batch)
        .containsExactly(
            (float) draws.nextDouble(),
            (float) (10 + draws.nextDouble()),
            (float) draws.nextDouble(),
            (float) (10 + draws.nextDouble()));
  }

  @Test
  void isAPureFunctionOfTheStepAndFreshAtEach() {
    FreshSamples source = new FreshSamples(new Uniforms(), STREAM);
    float[] later = new float[8];
    float[] earlier = new float[8];
    source.batch(5, later);
    source.batch(1, earlier);

    assertThat(source.sampleShape()).isEqualTo(Shape.of(2));
    assertThat(later).containsExactly(batch(5, 4)).isNotEqualTo(earlier);
    assertThat(earlier).containsExactly(batch(1, 4));
  }

  @Test
  void aSmallerBatchIsTheBeginningOfALarger() {
    assertThat(batch(2, 3)).containsExactly(Arrays.copyOf(batch(2, 50), 6));
  }

  @Test
  void refusesANegativeStepAndAnArrayOfTheWrongLength() {
    FreshSamples source = new FreshSamples(new Uniforms(), STREAM);

    assertThatThrownBy(() -> source.batch(-3, new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FreshSamples.batch: expected a step >= 0, got -3");
    assertThatThrownBy(() -> source.batch(0, new float[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "FreshSamples.batch: expected room for one or more samples of shape [2], "
                + "got an array of 5 values");
  }

  @Test
  void aDatasetIsDrawnFromStepZero() {
    Dataset dataset = new Uniforms().toDataset(4, STREAM);
    float[] values = new float[8];
    for (int i = 0; i < 4; i++) {
      dataset.copy(i, values, 2 * i);
    }

    assertThat(dataset.size()).isEqualTo(4);
    assertThat(dataset.sampleShape()).isEqualTo(Shape.of(2));
    assertThat(values).containsExactly(batch(0, 4));
  }

  @Test
  void refusesAnEmptyDataset() {
    assertThatThrownBy(() -> new Uniforms().toDataset(0, STREAM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Distribution.toDataset: expected at least 1 sample, got 0");
  }
}
