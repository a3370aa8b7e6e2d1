package org.gan4j.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.DType;
import org.gan4j.core.Shape;
import org.gan4j.core.autograd.Gradients;
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
        try (Tape tape = Tape.on(backend)) {
          Gradients gradients = tape.backward(tape.use(p).square().multiply(0.5).sum());
          if (updater.extrapolates()) {
            updater.extrapolate(gradients);
            try (Tape ahead = Tape.on(backend)) {
              gradients = ahead.backward(ahead.use(p).square().multiply(0.5).sum());
              updater.update(gradients);
            }
          } else {
            updater.update(gradients);
          }
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

  /** With both betas 0, u is the gradient's sign: 1 − 2·0.1, then − 0.2 + 0.1. */
  @Test
  void optimisticAdamTakesTwiceTheNewDirectionLessTheOld() {
    OptimisticAdam signs = new OptimisticAdam(0.1, 0, 0);
    assertThat(after(signs, 1)).isCloseTo(0.8, within(1e-8));
    assertThat(after(signs, 2)).isCloseTo(0.7, within(1e-8));
  }

  /** θ′ = 0.9θ, so θ ← θ − 0.1 · 0.9θ = 0.91θ. */
  @Test
  void extraGradientTakesTheGradientAhead() {
    assertThat(after(new ExtraGradient(new Sgd(0.1)), 2)).isCloseTo(0.91 * 0.91, within(1e-15));
  }

  @Test
  void extraGradientAsksForItsTwoHalvesInTurn() {
    try (Backend backend = Backends.open("reference");
        Tape tape = Tape.on(backend)) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), DType.FLOAT32, 1);
      Gradients gradients = tape.backward(tape.use(p).sum());
      Updater updater = new ExtraGradient(new Sgd(0.1)).bind(List.of(p), backend);
      assertThatThrownBy(() -> updater.update(gradients))
          .hasMessage(
              "extra-gradient: expected a look ahead before the update, got none; call extrapolate"
                  + " first");
      updater.extrapolate(gradients);
      assertThatThrownBy(() -> updater.extrapolate(gradients))
          .hasMessage(
              "extra-gradient: expected an update after the look ahead, got a second look ahead");
    }
    assertThatThrownBy(() -> new ExtraGradient(new Ema(0.9, new Sgd(1))))
        .hasMessage(
            "extra-gradient: expected an optimizer that makes single steps, got Ema; wrap it the"
                + " other way round");
    assertThatThrownBy(() -> new ExtraGradient(new ExtraGradient(new Sgd(1))))
        .hasMessageContaining("got ExtraGradient");
  }

  /** 0.9 after the first step, past the limit; 0.81 after two, within. */
  @Test
  void clippedWeightsAreTheLimitExactlyOrKeepTheirBits() {
    Sgd descent = new Sgd(0.1);
    assertThat(after(new ClipWeights(0.85, descent), 1)).isEqualTo(0.85);
    assertThat(after(new ClipWeights(0.95, descent), 2)).isEqualTo(after(descent, 2));
    assertThat(after(new ClipWeights(0.1, new Sgd(1.5)), 1)).isEqualTo(-0.1);
  }

  /** The gradient 1 is cut to 0.5/(1 + 1e-6), the next, near 0.95, likewise; 0.2 is left alone. */
  @Test
  void clippingBoundsTheNorm() {
    Sgd descent = new Sgd(0.1);
    assertThat(after(new ClipNorm(0.5, descent), 1))
        .isCloseTo(1 - 0.05 / (1 + 1e-6), within(1e-15));
    assertThat(after(new ClipNorm(0.5, descent), 2)).isCloseTo(0.9, within(2e-7));
    assertThat(after(new ClipNorm(2, descent), 1)).isEqualTo(after(descent, 1));
  }

  /** The look ahead by the gradient 1, cut to 0.98, ends where the gradient 0.902 is left alone. */
  @Test
  void clippingBoundsTheLookAheadToo() {
    double ahead = 1 - 0.1 * 0.98 / (1 + 1e-6);
    assertThat(after(new ClipNorm(0.98, new ExtraGradient(new Sgd(0.1))), 1))
        .isCloseTo(1 - 0.1 * ahead, within(1e-15));
  }

  /** 0.5 · (0.5 · 1 + 0.5 · 0.9) + 0.5 · 0.81. */
  @Test
  void averagesTrailTheParameters() {
    try (Backend backend = Backends.open("reference")) {
      Parameter p = new Parameter(backend, "p", Shape.of(1), DType.FLOAT64, 1);
      Updater updater = new Ema(0.5, new Sgd(0.1)).bind(List.of(p), backend);
      for (int i = 0; i < 2; i++) {
        try (Tape tape = Tape.on(backend)) {
          updater.update(tape.backward(tape.use(p).square().multiply(0.5).sum()));
        }
      }
      assertThat(p.value().item()).isCloseTo(0.81, within(1e-15));
      assertThat(updater.averages().get(p).read().item()).isCloseTo(0.88, within(1e-15));
      assertThat(updater.states()).containsOnlyKeys("p/ema");
    }
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
    assertThatThrownBy(() -> new RmsProp(0.1, 1, 1e-8, new Constant()))
        .hasMessage(
            "rmsprop: expected rate > 0, decay in [0, 1), epsilon > 0, got rate 0.1, decay 1.0,"
                + " epsilon 1.0E-8");
    assertThatThrownBy(() -> new AdamW(0.1, 0.9, 0.999, -1))
        .hasMessage("adamw: expected a finite weightDecay >= 0, got -1.0");
    assertThatThrownBy(() -> new ClipWeights(0, new Sgd(1)))
        .hasMessage("clip weights: expected a limit > 0, got 0.0");
    assertThatThrownBy(() -> new ClipNorm(0, new Sgd(1)))
        .hasMessage("clip norm: expected a norm > 0, got 0.0");
    assertThatThrownBy(() -> new Ema(1, new Sgd(1)))
        .hasMessage("ema: expected a decay in [0, 1), got 1.0");
  }
}
