package org.gan4j.peers.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gan4j.speed.workload.StepSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepLibraryTest {
  private static final Map<StepSize, ExpectedLosses> EXPECTED = new EnumMap<>(StepSize.class);

  private static ExpectedLosses expected(StepSize size) {
    return EXPECTED.computeIfAbsent(size, s -> ExpectedLosses.of(StepInputs.of(s)));
  }

  @ParameterizedTest
  @EnumSource
  void everyLibraryHasTheLossesOfPlainLoops(StepLibrary library) {
    for (StepSize size : List.of(StepSize.TOY, StepSize.SMALL, StepSize.MEDIUM)) {
      try (PeerStep step = expected(size).open(library, 2)) {
        assertThat(step.step().discriminator()).isFinite();
      }
    }
  }
}
