package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Parameter;
import org.gan4j.core.autograd.Tape;
import org.gan4j.core.backend.Backend;
import org.gan4j.core.backend.Backends;
import org.junit.jupiter.api.Test;

/** On f(p) = p²/2, whose gradient is p, against recurrences worked out by hand. */
class OptimizerTest {
  private static double after(Optimizer optimizer, int steps) {
    try (Backend backend = Backends.open("reference")) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), DType.FLOAT64, 1);
      Updater updater = optimizer.bind(List.of(p), backend);
      for (int i = 0; i < steps; i++) {
        try (Tape tape = backend.tape()) {
          updater.update(tape.backward(tape.use(p).square().multiply(0.5).sum()));
        }
      }
      assertThat(updater.updates()).isEqualTo(steps);
      return p.value().item();
    }
  }

  @Test
  void plainDescent() {
    assertThat(after(new Sgd(0.1), 3)).isCloseTo(0.9 * 0.9 * 0.9, within(1e-15));
  }

  /** v₁ = 1, p₁ = 0.9; v₂ = 0.5 + 0.9 = 1.4, p₂ = 0.76; v₃ = 0.7 + 0.76 = 1.46, p₃ = 0.614. */
  @Test
  void momentum() {
    assertThat(after(new Sgd(0.1, 0.5, new Constant()), 3)).isCloseTo(0.614, within(1e-15));
  }

  /** The first Adam step is the rate, up to epsilon: p₁ = 1 − 0.1/(1 + 1e-8). */
  @Test
  void adamsFirstStepIsTheRate() {
    assertThat(after(new Adam(0.1, 0.9, 0.999), 1)).isCloseTo(1 - 0.1 / (1 + 1e-8), within(1e-15));
  }

  @Test
  void theScheduleScalesTheRate() {
    // factors 1, 0.5, 0: the third step does nothing
    assertThat(after(new Sgd(0.2, 0, new Linear(2, 0)), 3)).isCloseTo(0.8 * 0.9, within(1e-15));
  }

  @Test
  void rangesAreChecked() {
    assertThatThrownBy(() -> new Adam(0.1, 1, 0.999))
        .hasMessage(
            "adam: expected rate > 0, beta1 and beta2 in [0, 1), epsilon > 0, got rate 0.1, beta1"
                + " 1.0, beta2 0.999, epsilon 1.0E-8");
    assertThatThrownBy(() -> new Sgd(-1))
        .hasMessage("sgd: expected rate > 0 and momentum in [0, 1), got rate -1.0, momentum 0.0");
  }
}
