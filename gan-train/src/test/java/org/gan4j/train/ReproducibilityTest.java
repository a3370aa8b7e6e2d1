package org.gan4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.backend.Backend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReproducibilityTest {
  static Stream<Arguments> runs() {
    return Runs.orders()
        .flatMap(order -> Stream.of(1, 2).map(threads -> Arguments.of(order, threads)));
  }

  private static final int STEPS = 500;

  @ParameterizedTest
  @MethodSource("runs")
  void oneSeedGivesBitEqualParameters(UpdateOrder order, int threads) throws IOException {
    GanConfig config = Runs.ring(order, threads);
    List<float[]> start = parametersAfter(config, 0);
    List<float[]> first = parametersAfter(config, STEPS);
    List<float[]> second = parametersAfter(config, STEPS);
    assertThat(first).hasSize(12);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).containsExactly(second.get(i));
      assertThat(first.get(i)).isNotEqualTo(start.get(i));
    }
  }

  private static List<float[]> parametersAfter(GanConfig config, int steps) throws IOException {
    try (Backend backend = Runs.backend(config)) {
      GanTrainer trainer = GanTrainer.open(config, backend);
      for (int i = 0; i < steps; i++) {
        trainer.step();
      }
      return Runs.parameters(trainer);
    }
  }
}
