package org.gan4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.DType;
import org.junit.jupiter.api.Test;

class BackendsTest {
  @Test
  void theDefaultBackendsAreFoundAndUsable() {
    assertThat(Backends.providers()).extracting(BackendProvider::name).contains("cpu", "reference");
    for (BackendProvider provider : Backends.providers()) {
      assertThat(provider.probe().usable()).as(provider.probe().reason()).isTrue();
    }
  }

  @Test
  void askingForAnUnknownBackendListsEveryProviderAndItsReason() {
    assertThatThrownBy(() -> Backends.open("cuda"))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageStartingWith("backend 'cuda': there is no such backend; choose one of: ")
        .hasMessageContaining("cpu (usable: OpenBLAS ")
        .hasMessageContaining("reference (usable: plain Java");
  }

  @Test
  void optionsAreChecked() {
    assertThatThrownBy(() -> new BackendOptions(0, DType.FLOAT32))
        .hasMessage("backend options: expected at least 1 thread, got 0");
    assertThatThrownBy(() -> new BackendOptions(1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backend options: expected an element type, got null");
  }

  @Test
  void moreThreadsThanAFewTimesTheProcessorsAreRefused() {
    int most = Backends.mostThreads();
    assertThat(most).isGreaterThanOrEqualTo(4 * Runtime.getRuntime().availableProcessors());
    Backends.open("reference", new BackendOptions(most, DType.FLOAT32)).close();
    for (int threads : new int[] {most + 1, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> Backends.open("cpu", new BackendOptions(threads, DType.FLOAT32)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "threads: expected at most "
                  + most
                  + " on this machine, got "
                  + threads
                  + "; more would only wait for each other, best is one for each processor");
    }
  }
}
