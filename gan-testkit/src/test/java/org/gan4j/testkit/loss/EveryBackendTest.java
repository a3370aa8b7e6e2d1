package org.gan4j.testkit.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.core.DType;
import org.gan4j.core.backend.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryBackendTest {
  /** So that the contracts of losses and penalties do not pass for want of a backend. */
  @Test
  void contractsAreCheckedOnAllOfOurs() {
    assertThat(EveryBackend.names())
        .containsExactlyInAnyOrder("cpu", "nd4j", "reference", "deferred");
    assertThat(EveryBackend.others()).containsExactlyInAnyOrder("cpu", "nd4j", "deferred");
  }

  @ParameterizedTest
  @MethodSource("org.gan4j.testkit.loss.EveryBackend#names")
  void theBackendIsTheOneOfTheName(String name) {
    for (DType dtype : DType.values()) {
      try (Backend backend = EveryBackend.open(name, dtype)) {
        assertThat(backend.name()).startsWith(name);
        assertThat(backend.dtype()).isEqualTo(dtype);
      }
    }
  }
}
