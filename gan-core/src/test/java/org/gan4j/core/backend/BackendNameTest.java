package org.gan4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"cpu", "cuda", "cuda:1", "cuda+graph", "cuda+tf32", "cuda:12+graph+tf32"})
  void whatIsWrittenIsRead(String text) {
    assertThat(BackendName.parse(text)).hasToString(text);
  }

  @Test
  void deviceAndWaysAreRead() {
    assertThat(BackendName.parse("cuda:3+tf32"))
        .isEqualTo(new BackendName("cuda", new Accelerator(3, false, true)));
    assertThat(BackendName.parse("cuda:0")).hasToString("cuda");
    assertThat(BackendName.parse("cuda").with(Accelerator.DEFAULT.withDevice(2).withGraph(true)))
        .hasToString("cuda:2+graph");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":1", "cuda:", "cuda:x", "cuda:1:2", "cuda+"})
  void anotherFormIsNoProvider(String text) {
    assertThat(BackendName.parse(text)).isEqualTo(new BackendName(text, Accelerator.DEFAULT));
    assertThatThrownBy(() -> Backends.open(text))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageStartingWith("backend '" + text + "': there is no such backend; choose one of");
  }

  @Test
  void anUnknownWayIsNamed() {
    assertThatThrownBy(() -> BackendName.parse("cuda+fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backend cuda: expected one of graph, tf32, got 'fast'");
  }

  @Test
  void aBackendWithoutDevicesHasNothingToChoose() {
    assertThatThrownBy(() -> Backends.open("cpu:1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backend: expected 'cpu', which has no devices to choose from, got 'cpu:1'");
    assertThatThrownBy(() -> new Accelerator(-1, false, false))
        .hasMessage("backend: expected a device >= 0, got -1");
  }
}
