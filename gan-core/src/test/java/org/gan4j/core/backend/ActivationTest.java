package org.gan4j.core.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
  @ParameterizedTest
  @ValueSource(strings = {"identity", "relu", "leaky_relu(0.2)", "tanh", "sigmoid", "softplus"})
  void textRoundTrips(String text) {
    assertThat(Activation.parse(text)).hasToString(text);
  }

  @Test
  void unknownNamesAreListed() {
    assertThatThrownBy(() -> Activation.parse("swoosh"))
        .hasMessage(
            "activation: expected identity, relu, leaky_relu(0.2), tanh, sigmoid or softplus, got"
                + " 'swoosh'");
    assertThatThrownBy(() -> Activation.parse("leaky_relu(1.5)"))
        .hasMessage("activation leaky_relu: expected a slope between 0 and 1, got 1.5");
    assertThatThrownBy(() -> Activation.parse("leaky_relu"))
        .hasMessage("activation leaky_relu: expected a slope between 0 and 1, got 0.0");
    assertThatThrownBy(() -> Activation.parse("tanh(2)"))
        .hasMessage("activation tanh: expected no slope, got 2.0");
  }
}
